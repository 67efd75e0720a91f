import type { Membership } from '#contracts/room.dto.js';
import { isNamed } from '../language/search-key';

/** Members who are found by their display name or username. */
export function filterMembers(members: readonly Membership[], text: string): readonly Membership[] {
  const wanted = text.trim().replace(/^@/u, '');
  if (wanted === '') return members;
  return members.filter(({ user }) => isNamed(user, wanted, user.displayName, user.username));
}
