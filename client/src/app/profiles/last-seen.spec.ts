import { describe, expect, it } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { lastSeen } from './last-seen';

const NOW = new Date(2026, 5, 3, 12).getTime();
const ago = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

describe('when somebody was last here', () => {
  it.each([
    [0.001, 'Seen just now'],
    [0.5, 'Seen 30 min ago'],
    [2, 'Seen 2 h ago'],
    [30, 'Seen yesterday'],
    [24 * 4, 'Seen Saturday'],
    [24 * 30, 'Seen 4 May'],
  ])('%d hours ago: %s', (hours, words) => {
    expect(lastSeen({ lastSeenAt: ago(hours) } as User, false, NOW)).toBe(words);
  });

  it('is now while they are online, and nothing while they never were', () => {
    expect(lastSeen({ lastSeenAt: ago(5) } as User, true, NOW)).toBe('Online now');
    expect(lastSeen({} as User, false, NOW)).toBe('');
  });
});
