import type { Invitation, RoomInvite } from '#contracts/invite.dto.js';
import type { WhoMayInvite } from '#contracts/organisation.dto.js';
import type { User } from '#contracts/user.dto.js';
import type { InviteEntity } from './invite.entity.js';
import { admitsNewcomers } from './invite.policy.js';

/** A link into a room, for those who keep the room. */
export function presentLink(link: InviteEntity, madeBy: User, whoMayInvite: WhoMayInvite): RoomInvite {
  const { id, createdAt, expiresAt, usesLeft, used } = link;
  return {
    ...{ id, madeBy, used },
    ...(usesLeft !== null && { usesLeft }),
    admitsNewcomers: admitsNewcomers(whoMayInvite, madeBy.role),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

/** The invitation of a person, for admins. */
export function presentInvitation(invite: InviteEntity, invitedBy: User): Invitation {
  const { id, email, role, roomIds, createdAt, expiresAt } = invite;
  return {
    ...{ id, email: email ?? '', role: role ?? 'member', roomIds, invitedBy },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
