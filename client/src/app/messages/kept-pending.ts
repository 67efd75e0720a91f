import { keepText } from '../device/device-storage';
import type { PendingMessage } from './pending-message';

const keyOf = (userId: string, postId: string) => `roomers.pending.${userId}.${postId}`;

/** What was written in a post and is not acknowledged, as this device keeps it: each window's messages beside those of the others. */
export class KeptPending {
  private readonly key: string;
  /** What this window has had: what is gone of it is gone, everything else is another window's. */
  private readonly seen = new Set<string>();

  constructor(userId: string, postId: string) {
    this.key = keyOf(userId, postId);
  }

  /** What an earlier visit or another window left and this one has not had; what was on its way then waits again, under the same key. */
  take(): readonly PendingMessage[] {
    const left = this.others().filter(({ state }) => state !== 'sent');
    this.note(left);
    return left.map((message) => (message.state === 'sending' ? { ...message, state: 'waiting' } : message));
  }

  /** Without room for them they are kept as long as the page. */
  store(pending: readonly PendingMessage[]): void {
    this.note(pending);
    const all = [...this.others(), ...pending];
    keepText(this.key, all.length === 0 ? '' : JSON.stringify(all));
  }

  private others(): PendingMessage[] {
    return this.read().filter(({ clientId }) => !this.seen.has(clientId));
  }

  private read(): PendingMessage[] {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '[]') as PendingMessage[];
    } catch {
      return [];
    }
  }

  private note(messages: readonly PendingMessage[]): void {
    for (const { clientId } of messages) this.seen.add(clientId);
  }
}

/** Posts in which something unsent was left. */
export function postsWithPending(userId: string): string[] {
  const prefix = keyOf(userId, '');
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
