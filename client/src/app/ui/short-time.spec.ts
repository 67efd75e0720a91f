import { describe, expect, it } from '@jest/globals';
import { dayLabel, shortTime } from './short-time';

const now = new Date(2026, 5, 3, 12, 0).getTime();
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('times', () => {
  it.each([
    [0, 'now'],
    [4, '4 min'],
    [59, '59 min'],
    [125, '2 h'],
    [13 * 60, '13 h'],
    [25 * 60, 'Yesterday'],
    [2 * 24 * 60, 'Mon'],
    [6 * 24 * 60, 'Thu'],
    [7 * 24 * 60, '27 May'],
  ])('%d minutes ago is %s', (minutes, words) => {
    expect(shortTime(ago(minutes), now)).toBe(words);
  });

  it('carry the year when it is another one', () => {
    expect(shortTime(new Date(2024, 5, 3, 12, 0).toISOString(), now)).toBe('3 Jun 2024');
    const newYear = new Date(2026, 0, 2, 12, 0).getTime();
    expect(shortTime(new Date(2025, 11, 20, 12, 0).toISOString(), newYear)).toBe('20 Dec 2025');
    expect(shortTime(new Date(2025, 11, 31, 12, 0).toISOString(), newYear)).toBe('Wed');
  });

  it('names days as the reader lives them', () => {
    expect(dayLabel(ago(60), now)).toBe('Today, Wednesday 3 June');
    expect(dayLabel(ago(13 * 60), now)).toBe('Yesterday, Tuesday 2 June');
    expect(dayLabel(new Date(2025, 11, 31).toISOString(), now)).toBe('Wednesday 31 December 2025');
  });
});
