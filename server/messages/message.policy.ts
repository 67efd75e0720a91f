import type { RoomRole } from '#contracts/room.dto.js';
import { AppError, forbidden } from '../platform/errors/app-error.js';
import type { MessageRecord } from './message-record.js';

const MINUTE_MS = 60_000;

/** Where somebody stands who wants to change a message. */
export interface Changer {
  userId: string;
  /** In the room; null for a visitor. */
  role: RoomRole | null;
  isArchived: boolean;
  isResolved: boolean;
}

function systemMessageStays(verb: string): AppError {
  return forbidden(`Roomers wrote this message; it cannot be ${verb}.`);
}

function assertInRoom(message: MessageRecord, { role, isArchived }: Changer, verb: string): void {
  if (message.kind === 'system') throw systemMessageStays(verb);
  if (role === null) throw forbidden('Join the room first.');
  if (isArchived) throw new AppError('read_only', 'This room is archived.');
}

function assertOwn(message: MessageRecord, changer: Changer, verb: string): void {
  if (message.kind !== 'system' && message.authorId !== changer.userId)
    throw forbidden(`Only its author can have a message ${verb}.`);
  assertInRoom(message, changer, verb);
}

function isKeeper({ role }: Pick<Changer, 'role'>): boolean {
  return role === 'owner' || role === 'moderator';
}

/** Authors edit their own live messages, where one may still write. @throws AppError `forbidden`, `read_only` */
export function assertCanEdit(message: MessageRecord, changer: Changer): void {
  assertOwn(message, changer, 'edited');
  if (changer.isResolved) throw new AppError('read_only', 'This post is resolved. Reopen it to edit.');
  if (message.state !== 'live') throw new AppError('read_only', 'This message was taken back.');
}

/** @param minutes how long after sending; 0 never, null always @param now milliseconds since 1970 @throws AppError `edit_window_over` */
export function assertInWindow(
  { createdAt }: Pick<MessageRecord, 'createdAt'>,
  minutes: number | null,
  now: number,
): void {
  if (minutes === null || now - createdAt.getTime() < minutes * MINUTE_MS) return;
  throw new AppError(
    'edit_window_over',
    minutes === 0 ? 'Messages cannot be edited here.' : 'This message is too old to be edited.',
  );
}

/** Authors recall their own messages, in a resolved post too, however old they are. @throws AppError `forbidden`, `read_only` */
export function assertCanRecall(message: MessageRecord, changer: Changer): void {
  assertOwn(message, changer, 'recalled');
}

/** Owner and moderators of the room remove anybody's messages, in a resolved post too. @throws AppError `forbidden`, `read_only` */
export function assertCanRemove(message: MessageRecord, changer: Changer): void {
  if (!isKeeper(changer)) throw forbidden('Only the owner and moderators of the room may remove a message.');
  assertInRoom(message, changer, 'removed');
}

/** Admins of the organisation remove what people wrote where the admin may read it, whatever they are in the room, in an archived one too. @throws AppError `forbidden` */
export function assertCanRemoveAsAdmin({ kind }: MessageRecord): void {
  if (kind === 'system') throw systemMessageStays('removed');
}

/** Its author and those who keep the room are told why a message was removed. @throws AppError `forbidden` */
export function assertCanSeeReason(message: MessageRecord, reader: Pick<Changer, 'userId' | 'role'>): void {
  if (message.authorId !== reader.userId && !isKeeper(reader))
    throw forbidden('Only its author, the owner and moderators of the room are told why a message was removed.');
}

/** Live messages that people wrote may be forwarded. @throws AppError `forbidden`, `read_only`, `attachment_unusable` while a file is being prepared or nothing is left of it */
export function assertCanForward({ kind, state, text, forwarded, attached }: MessageRecord): void {
  if (kind === 'system') throw systemMessageStays('forwarded');
  if (state !== 'live') throw new AppError('read_only', 'This message was taken back.');
  const files = attached ?? [];
  if (files.some((file) => file.state === 'processing'))
    throw new AppError('attachment_unusable', 'A file of this message is still being prepared. Try again in a moment.');
  if (text === '' && !forwarded && files.every((file) => file.state === 'rejected'))
    throw new AppError('attachment_unusable', 'The files of this message could not be read.');
}
