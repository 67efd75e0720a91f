import type { RoomRole } from '#contracts/room.dto.js';
import { AppError, forbidden, notFound } from '../platform/errors/app-error.js';
import type { RoomAccess } from './room-access.js';

/** Members read; a public room is read by every user. */
export function canRead({ visibility, role }: RoomAccess): boolean {
  return visibility === 'public' || role !== null;
}

/** Owners and moderators keep a room. */
export function canModerate({ role }: RoomAccess): boolean {
  return role === 'owner' || role === 'moderator';
}

/** @throws AppError `not_found` for whom the room does not exist */
export function assertCanRead(access: RoomAccess | undefined): RoomAccess {
  if (!access || !canRead(access)) throw notFound();
  return access;
}

/** @throws AppError `not_found`, `forbidden` for a visitor, `read_only` in an archived room */
export function assertCanWrite(access: RoomAccess | undefined): RoomAccess {
  const readable = assertCanRead(access);
  if (readable.role === null) throw forbidden('Join the room to write here.');
  if (readable.isArchived) throw new AppError('read_only', 'This room is archived.');
  return readable;
}

/** @throws AppError `not_found`, `forbidden` for whom neither owns nor moderates the room */
export function assertCanModerate(access: RoomAccess | undefined): RoomAccess {
  const readable = assertCanRead(access);
  if (!canModerate(readable)) throw forbidden('Only the owner and moderators of the room may do this.');
  return readable;
}

/** @throws AppError `not_found`, `forbidden` for everybody but the owner of the room */
export function assertOwns(access: RoomAccess | undefined): RoomAccess {
  const readable = assertCanRead(access);
  if (readable.role !== 'owner') throw forbidden('Only the owner of the room may do this.');
  return readable;
}

/** @throws AppError `not_found`, `forbidden` for a visitor */
export function assertMember(access: RoomAccess | undefined): RoomAccess {
  const readable = assertCanRead(access);
  if (readable.role === null) throw forbidden('Join the room first.');
  return readable;
}

/** @throws AppError `not_found`, `forbidden` for whom neither owns nor moderates the room, `read_only` when it is archived */
export function assertCanChange(access: RoomAccess | undefined): RoomAccess {
  const moderated = assertCanModerate(access);
  if (moderated.isArchived) throw new AppError('read_only', 'This room is archived.');
  return moderated;
}

/** Who may put a member into a role: moderators add members, only the owner changes roles or hands over. */
export function assertCanSetRole(actor: RoomAccess, present: RoomRole | null, wanted: RoomRole): void {
  if (present === wanted || (present === null && wanted === 'member')) return;
  if (actor.role !== 'owner') throw forbidden('Only the owner of the room may change roles.');
  if (present === 'owner') throw new AppError('room_owner_cannot_leave', 'Hand the room over to somebody else first.');
}

/** Who may take a member out. The owner hands over first. */
export function assertCanRemove(actor: RoomAccess, present: RoomRole): void {
  if (present === 'owner') throw new AppError('room_owner_cannot_leave', 'Hand the room over to somebody else first.');
  if (present === 'moderator' && actor.role !== 'owner')
    throw forbidden('Only the owner of the room may remove a moderator.');
}
