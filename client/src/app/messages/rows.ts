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

/** What decides about the rows between two messages. */
interface Entry {
  source: Message | PendingMessage;
  authorId: string;
  /** When it was written by the clock that drew it first: an acknowledgement by another clock regroups nothing. */
  at: string;
  isSystem: boolean;
  /** Undefined while on its way. */
  seq: number | undefined;
}

/** When messages that were sent from here were written, by their `clientId`. */
export type WrittenHere = Map<string, string>;

/**
 * The rows of a stream, top to bottom.
 * @param newAfter the last number read before opening; null shows no New line
 * @param written remembers what was drawn on its way during this visit, so that its row stays as it was once it arrives
 */
export function buildRows(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  ownId: string,
  newAfter: number | null,
  written: WrittenHere = new Map(),
): Row[] {
  for (const { clientId, writtenAt } of pending) written.set(clientId, writtenAt);
  const entries = [
    ...messages.map((message) => ofSent(message, written)),
    ...pending.map((message) => ofUnsent(message, ownId)),
  ];
  const firstNew = firstOfNew(entries, ownId, newAfter);
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const dividers: Row[] = [];
    if (isNewDay(before, entry)) dividers.push({ kind: 'day', key: `day ${entry.at}`, at: entry.at });
    if (entry === firstNew) dividers.push({ kind: 'new', key: 'new', at: entry.at });
    const isFirst = dividers.length > 0 || !follows(before, entry);
    return [...dividers, shown(entry, isFirst)];
  });
}

/** What its row is known by, on its way and afterwards. */
export function keyOf({ clientId, id }: Message): string {
  return clientId ?? id;
}

function ofSent(message: Message, written: WrittenHere): Entry {
  const { authorId, clientId, createdAt, kind, seq } = message;
  const at = (clientId === undefined ? undefined : written.get(clientId)) ?? createdAt;
  return { source: message, authorId, at, isSystem: kind === 'system', seq };
}

function ofUnsent(pending: PendingMessage, ownId: string): Entry {
  return { source: pending, authorId: ownId, at: pending.writtenAt, isSystem: false, seq: undefined };
}

/** Where the New line stands; nowhere while the messages around its place are not loaded. */
function firstOfNew(entries: readonly Entry[], ownId: string, newAfter: number | null): Entry | undefined {
  if (newAfter === null || (entries[0]?.seq ?? Infinity) > newAfter + 1) return undefined;
  return entries.find(({ seq = 0, authorId }) => seq > newAfter && authorId !== ownId);
}

function isNewDay(before: Entry | undefined, { at }: Entry): boolean {
  return before === undefined || daysBetween(new Date(before.at), new Date(at)) !== 0;
}

/** Whether a message stands close below another of its author. */
function follows(before: Entry | undefined, { authorId, at, isSystem }: Entry): boolean {
  if (before === undefined || before.isSystem || isSystem || before.authorId !== authorId) return false;
  return new Date(at).getTime() - new Date(before.at).getTime() < GROUP_MS;
}

function shown({ source, authorId }: Entry, isFirst: boolean): ShownMessage {
  return 'seq' in source ? ofMessage(source, isFirst) : ofPending(source, authorId, isFirst);
}

function ofMessage(message: Message, isFirst: boolean): ShownMessage {
  return remembered(message, isFirst, () => ({
    kind: 'message',
    key: keyOf(message),
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
