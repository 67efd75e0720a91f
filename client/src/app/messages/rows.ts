import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { daysBetween } from '../ui/short-time';
import type { PendingMessage } from './pending-message';

/** A message as it is drawn: from the server, or still on its way. */
export interface ShownMessage {
  kind: 'message';
  /** Stays the same when a message on its way arrives, so that its row does too. */
  key: string;
  authorId: string;
  at: string;
  text: string;
  attachments: readonly Attachment[];
  message?: Message;
  pending?: PendingMessage;
  /** Shows author and time; false for one that follows another of the same author closely. */
  isFirst: boolean;
}

export interface Divider {
  kind: 'day' | 'new';
  key: string;
  at: string;
}

export type Row = ShownMessage | Divider;

const GROUP_MS = 5 * 60_000;
const shownByMessage = new WeakMap<Message | PendingMessage, Map<boolean, ShownMessage>>();

/** The rows of a stream, top to bottom. `newAfter` is the last number read before opening; null shows no New line. */
export function buildRows(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  ownId: string,
  newAfter: number | null,
): Row[] {
  const rows: Row[] = [];
  let before: { authorId: string; at: string; isSystem: boolean } | undefined;
  let isNewPlaced = newAfter === null;
  for (const entry of [...messages, ...pending]) {
    const isMessage = 'seq' in entry;
    const authorId = isMessage ? entry.authorId : ownId;
    const at = isMessage ? entry.createdAt : entry.writtenAt;
    const isSystem = isMessage && entry.kind === 'system';
    const isNewDay = before === undefined || daysBetween(new Date(before.at), new Date(at)) !== 0;
    if (isNewDay) rows.push({ kind: 'day', key: `day ${at.slice(0, 10)} ${rows.length}`, at });
    const isNewHere = !isNewPlaced && isMessage && entry.seq > (newAfter ?? 0) && authorId !== ownId;
    if (isNewHere) rows.push({ kind: 'new', key: 'new', at });
    isNewPlaced ||= isNewHere;
    const isFirst = isNewDay || isNewHere || isSystem || !follows(before, authorId, at);
    rows.push(isMessage ? ofMessage(entry, isFirst) : ofPending(entry, ownId, isFirst));
    before = { authorId, at, isSystem };
  }
  return rows;
}

function follows(
  before: { authorId: string; at: string; isSystem: boolean } | undefined,
  authorId: string,
  at: string,
): boolean {
  if (before === undefined || before.isSystem || before.authorId !== authorId) return false;
  return new Date(at).getTime() - new Date(before.at).getTime() < GROUP_MS;
}

function ofMessage(message: Message, isFirst: boolean): ShownMessage {
  return remembered(message, isFirst, () => ({
    kind: 'message',
    key: message.clientId ?? message.id,
    authorId: message.authorId,
    at: message.createdAt,
    text: message.text,
    attachments: message.attachments,
    message,
    isFirst,
  }));
}

function ofPending(pending: PendingMessage, ownId: string, isFirst: boolean): ShownMessage {
  return remembered(pending, isFirst, () => ({
    kind: 'message',
    key: pending.clientId,
    authorId: ownId,
    at: pending.writtenAt,
    text: pending.text,
    attachments: pending.attachments,
    pending,
    isFirst,
  }));
}

/** The same object for the same message, so that rows that did not change are not drawn again. */
function remembered(source: Message | PendingMessage, isFirst: boolean, make: () => ShownMessage): ShownMessage {
  const made = shownByMessage.get(source) ?? new Map<boolean, ShownMessage>();
  shownByMessage.set(source, made);
  const row = made.get(isFirst) ?? make();
  made.set(isFirst, row);
  return row;
}
