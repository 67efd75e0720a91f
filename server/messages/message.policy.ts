import { AppError, forbidden } from '../platform/errors/app-error.js';
import type { MessageRecord } from './message-record.js';

/** Where somebody stands who wants to change a message. */
export interface Changer {
  userId: string;
  isMember: boolean;
  isArchived: boolean;
  isResolved: boolean;
}

function assertOwn(message: MessageRecord, { userId, isMember, isArchived }: Changer, verb: string): void {
  if (message.kind === 'system') throw forbidden(`Roomers wrote this message; it cannot be ${verb}.`);
  if (message.authorId !== userId) throw forbidden(`Only its author can have a message ${verb}.`);
  if (!isMember) throw forbidden('Join the room again first.');
  if (isArchived) throw new AppError('read_only', 'This room is archived.');
}

/** Authors edit their own live messages, where one may still write. @throws AppError `forbidden`, `read_only` */
export function assertCanEdit(message: MessageRecord, changer: Changer): void {
  assertOwn(message, changer, 'edited');
  if (changer.isResolved) throw new AppError('read_only', 'This post is resolved. Reopen it to edit.');
  if (message.state !== 'live') throw new AppError('read_only', 'This message was taken back.');
}

/** Authors recall their own messages, in a resolved post too. @throws AppError `forbidden`, `read_only` */
export function assertCanRecall(message: MessageRecord, changer: Changer): void {
  assertOwn(message, changer, 'recalled');
}
