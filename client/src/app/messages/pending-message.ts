import type { Attachment } from '#contracts/attachment.dto.js';
import { keepText } from '../device/keep-text';

/** A message that was written here and is not acknowledged yet. */
export interface PendingMessage {
  clientId: string;
  text: string;
  attachments: Attachment[];
  writtenAt: string;
  /** `sent`: acknowledged, its row has yet to come. */
  state: 'waiting' | 'sending' | 'failed' | 'sent';
  /** Why it failed, in words. */
  problem?: string;
}

/** The next to send: the first, unless it failed, for nothing may overtake it. */
export function nextToSend(pending: readonly PendingMessage[]): PendingMessage | undefined {
  const first = pending.find(({ state }) => state !== 'sent');
  return first?.state === 'waiting' ? first : undefined;
}

export function change(
  pending: readonly PendingMessage[],
  clientId: string,
  changes: Partial<PendingMessage>,
): readonly PendingMessage[] {
  return pending.map((message) => (message.clientId === clientId ? { ...message, ...changes } : message));
}

export function without(pending: readonly PendingMessage[], clientIds: ReadonlySet<string>): readonly PendingMessage[] {
  return pending.some(({ clientId }) => clientIds.has(clientId))
    ? pending.filter(({ clientId }) => !clientIds.has(clientId))
    : pending;
}

const keyOf = (userId: string, postId: string) => `roomers.pending.${userId}.${postId}`;

/** Unsent messages of an earlier visit; what was on its way then waits again, under the same key. */
export function restorePending(userId: string, postId: string): readonly PendingMessage[] {
  try {
    const stored = JSON.parse(localStorage.getItem(keyOf(userId, postId)) ?? '[]') as PendingMessage[];
    return stored
      .filter(({ state }) => state !== 'sent')
      .map((message) => (message.state === 'sending' ? { ...message, state: 'waiting' } : message));
  } catch {
    return [];
  }
}

/** Without room for them they are sent all the same, and lost only with the page. */
export function storePending(userId: string, postId: string, pending: readonly PendingMessage[]): void {
  keepText(keyOf(userId, postId), pending.length === 0 ? '' : JSON.stringify(pending));
}

/** Posts in which something unsent was left. */
export function postsWithPending(userId: string): string[] {
  const prefix = keyOf(userId, '');
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
