import type { Membership } from '#contracts/room.dto.js';

/** Members whose display name or username holds the text, without regard to case. */
export function filterMembers(members: readonly Membership[], text: string): readonly Membership[] {
  const wanted = text.trim().toLowerCase().replace(/^@/u, '');
  if (wanted === '') return members;
  return members.filter(
    ({ user }) => user.displayName.toLowerCase().includes(wanted) || user.username.includes(wanted),
  );
}
