import type { Membership } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import type { MemberRecord } from './members.repository.js';

/** A user's place in a room, with `leftAt` once it has ended. */
export function presentMembership(member: MemberRecord, user: User): Membership {
  return {
    roomId: member.roomId,
    user,
    role: member.role,
    joinedAt: member.joinedAt.toISOString(),
    version: member.version,
    ...(member.leftAt && { leftAt: member.leftAt.toISOString() }),
  };
}
