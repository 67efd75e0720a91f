import type { Attachment } from '#contracts/attachment.dto.js';

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
