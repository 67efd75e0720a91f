import type { Attachment } from '#contracts/attachment.dto.js';

/** A message that was written here and is not acknowledged yet. */
export interface PendingMessage {
  clientId: string;
  text: string;
  attachments: Attachment[];
  writtenAt: string;
  /** `sent`: acknowledged, its row has yet to come. */
  state: 'waiting' | 'sending' | 'failed' | 'sent';
  /** Why it failed: the code of the refusal. */
  problem?: string;
}

/** When something is written now: after all that waits, whatever became of the clock, for by it a device knows their order. */
export function writtenAfter(pending: readonly PendingMessage[]): string {
  const last = Math.max(0, ...pending.map(({ writtenAt }) => Date.parse(writtenAt)));
  return new Date(Math.max(Date.now(), last + 1)).toISOString();
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
