import { describe, expect, it } from '@jest/globals';
import { callName, greetingAt } from './greeting';

describe('a greeting', () => {
  it.each([
    [0, 'Good evening'],
    [4, 'Good evening'],
    [5, 'Good morning'],
    [11, 'Good morning'],
    [12, 'Good afternoon'],
    [17, 'Good afternoon'],
    [18, 'Good evening'],
  ])('at %d is %s', (hour, words) => {
    expect(greetingAt(hour)).toBe(words);
  });

  it.each([
    ['Hanna Lindqvist', 'Hanna'],
    ['王磊', '王磊'],
    ['林晓雨 Xiaoyu Lin', '林晓雨'],
    ['Lei Wang 王磊', '王磊'],
    ['lei', 'lei'],
  ])('calls %s %s', (name, called) => {
    expect(callName(name)).toBe(called);
  });
});
