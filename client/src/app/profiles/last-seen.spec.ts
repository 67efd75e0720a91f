import { afterEach, describe, expect, it } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import { speak } from '../language/texts';
import { lastSeen } from './last-seen';

const NOW = new Date(2026, 5, 3, 12).getTime();
const ago = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

describe('when somebody was last here', () => {
  afterEach(() => speak('en', english));

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

  it.each([
    [0.001, '刚刚在线'],
    [2, '2 小时前在线'],
    [30, '昨天在线'],
    [24 * 4, '星期六在线'],
    [24 * 30, '5月4日在线'],
  ])('%d hours ago, in Chinese: %s', (hours, words) => {
    speak('zh', chinese);
    expect(lastSeen({ lastSeenAt: ago(hours) } as User, false, NOW)).toBe(words);
  });
});
