import { followDevice, keepText } from '../device/device-storage';
import type { PendingMessage } from './pending-message';

const PREFIX = 'roomers.pending.';
const keyOf = (userId: string, postId: string) => `${PREFIX}${userId}.${postId}`;

/**
 * What was written in a post and is not acknowledged, as this device keeps it: each window's messages beside those of the
 * others. Each has a key of its own, so that windows that write at the same moment do not overwrite each other's, and what is
 * gone was let go of: it was discarded, or the server has it.
 */
export class KeptPending {
  private readonly prefix: string;
  /** What this window has had: what is gone of it is gone, everything else is another window's. */
  private readonly seen = new Set<string>();
  /** What this window has kept or found, as it was then. */
  private readonly kept = new Map<string, PendingMessage>();

  constructor(userId: string, postId: string) {
    this.prefix = `${keyOf(userId, postId)}.`;
    splitEarlier(keyOf(userId, postId));
  }

  /** What an earlier visit or another window left and this one has not had; what was on its way then waits again, under the same key. */
  take(): readonly PendingMessage[] {
    const left = keysWith(this.prefix)
      .flatMap((key) => (read(key) as PendingMessage | undefined) ?? [])
      .filter(({ clientId }) => !this.seen.has(clientId))
      .sort((one, other) => Date.parse(one.writtenAt) - Date.parse(other.writtenAt));
    for (const message of left) this.note(message);
    return left.map((message) => (message.state === 'sending' ? { ...message, state: 'waiting' } : message));
  }

  /** @returns those that there is no room for: they are kept as long as the page */
  store(pending: readonly PendingMessage[]): readonly string[] {
    // What is acknowledged the server has.
    const unsent = pending.filter(({ state }) => state !== 'sent');
    const ids = unsent.map(({ clientId }) => clientId);
    for (const clientId of this.kept.keys()) if (!ids.includes(clientId)) this.letGo(clientId);
    for (const message of unsent) this.keep(message);
    return ids.filter((clientId) => !this.kept.has(clientId));
  }

  private keep(message: PendingMessage): void {
    const { clientId } = message;
    this.seen.add(clientId);
    if (this.kept.get(clientId) === message) return;
    if (keepText(this.prefix + clientId, JSON.stringify(message))) this.note(message);
  }

  private letGo(clientId: string): void {
    this.kept.delete(clientId);
    keepText(this.prefix + clientId, '');
  }

  private note(message: PendingMessage): void {
    this.seen.add(message.clientId);
    this.kept.set(message.clientId, message);
  }
}

/** Posts in which something unsent was left. */
export function postsWithPending(userId: string): string[] {
  const prefix = keyOf(userId, '');
  return [...new Set(keysWith(prefix).map((key) => key.slice(prefix.length).replace(/\..*$/u, '')))];
}

/** Calls back when another window has let go of a message: it was discarded there, or the server has it. */
export function followPending(gone: (postId: string, clientId: string) => void): void {
  followDevice((key, text) => {
    const [, postId, clientId] = key.slice(PREFIX.length).split('.');
    if (text !== null || !key.startsWith(PREFIX) || postId === undefined || clientId === undefined) return;
    gone(postId, clientId);
  });
}

/** Earlier versions of this page kept all messages of a post under one key. */
function splitEarlier(key: string): void {
  const messages = read(key) as PendingMessage[] | undefined;
  if (messages === undefined) return;
  const unsent = messages.filter(({ state }) => state !== 'sent');
  const areKept = unsent.every((message) => keepText(`${key}.${message.clientId}`, JSON.stringify(message)));
  if (areKept) keepText(key, '');
}

function keysWith(prefix: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as unknown;
  } catch {
    return undefined;
  }
}
