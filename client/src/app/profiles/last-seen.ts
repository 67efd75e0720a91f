import type { User } from '#contracts/user.dto.js';
import { t } from '../language/texts';
import { ago } from '../ui/ago';
import { ageOf, shortTime } from '../ui/short-time';

/** `Online now`, `Seen 2 h ago`, `Seen yesterday`; empty for somebody who was never here. */
export function lastSeen({ lastSeenAt }: User, isOnline: boolean, now: number): string {
  if (isOnline) return t('profiles.onlineNow');
  if (lastSeenAt === undefined) return '';
  const isLongAgo = ['weekday', 'date'].includes(ageOf(lastSeenAt, now).unit);
  return t('profiles.seen', { when: isLongAgo ? shortTime(lastSeenAt, now, 'long') : ago(lastSeenAt, now) });
}
