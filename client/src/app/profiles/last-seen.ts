import type { User } from '#contracts/user.dto.js';
import { shortTime } from '../ui/short-time';

/** `Online now`, `Seen 2 h ago`, `Seen yesterday`; empty for somebody who was never here. */
export function lastSeen({ lastSeenAt }: User, isOnline: boolean, now: number): string {
  if (isOnline) return 'Online now';
  if (lastSeenAt === undefined) return '';
  const time = shortTime(lastSeenAt, now, 'long');
  if (time === 'now') return 'Seen just now';
  if (time === 'Yesterday') return 'Seen yesterday';
  return /(?:min|h)$/.test(time) ? `Seen ${time} ago` : `Seen ${time}`;
}
