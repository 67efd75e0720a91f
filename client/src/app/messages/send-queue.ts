import { signal } from '@angular/core';
import { GrowingPause } from '../realtime/growing-pause';
import type { ServerError } from '../realtime/server-error';
import { change, nextToSend, type PendingMessage, without } from './pending-message';

/** Brings a message to the server: resolves once it is acknowledged, rejects with a `ServerError`. */
export type Deliver = (message: PendingMessage) => Promise<void>;

/** Where the messages outlive the page. */
interface Kept {
  take(): readonly PendingMessage[];
  /** @returns those that there is no room for */
  store(pending: readonly PendingMessage[]): readonly string[];
}

const AFTER_REFUSAL_MS = 1_000;

/** Messages of one post on their way, one after the other; nothing overtakes the first that failed. */
export class SendQueue {
  private readonly entries = signal<readonly PendingMessage[]>([]);
  private readonly count = signal(0);
  private readonly unkept = signal<readonly string[]>([]);
  /** What another window has let go of. */
  private readonly lost = new Set<string>();
  private isRunning = false;
  private readonly pause = new GrowingPause(AFTER_REFUSAL_MS);

  readonly pending = this.entries.asReadonly();
  /** How many were added here so far; those that have arrived already count, too. */
  readonly added = this.count.asReadonly();

  constructor(
    private readonly deliver: Deliver,
    private readonly isConnected: () => boolean,
    private readonly kept: Kept,
  ) {
    this.entries.set(kept.take());
  }

  add(message: PendingMessage): void {
    this.count.update((count) => count + 1);
    this.update((pending) => [...pending, message]);
    void this.run();
  }

  /** Takes over what another window left. */
  gather(): void {
    this.entries.update((pending) => [...pending, ...this.kept.take()]);
  }

  /** Sends what waits. */
  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      for (let next = this.next(); next !== undefined; next = this.next()) await this.send(next);
    } finally {
      this.isRunning = false;
    }
  }

  retry(clientId: string): void {
    this.update((pending) => change(pending, clientId, { state: 'waiting', problem: undefined }));
    void this.run();
  }

  discard(clientId: string): void {
    this.settle([clientId]);
    void this.run();
  }

  /** Another window has let go of it. What is under way may arrive all the same; it is not tried again. */
  lose(clientId: string): void {
    this.lost.add(clientId);
    if (this.entries().some((one) => one.clientId === clientId && one.state !== 'sending' && one.state !== 'sent'))
      this.discard(clientId);
  }

  /** Whether it outlives the page. */
  isKept(clientId: string): boolean {
    return !this.unkept().includes(clientId);
  }

  /** These have arrived, as a frame or an answer told. */
  settle(clientIds: readonly string[]): void {
    const settled = without(this.entries(), new Set(clientIds));
    if (settled !== this.entries()) this.update(() => settled);
  }

  private next(): PendingMessage | undefined {
    return this.isConnected() ? nextToSend(this.entries()) : undefined;
  }

  private async send(message: PendingMessage): Promise<void> {
    const { clientId } = message;
    this.update((pending) => change(pending, clientId, { state: 'sending' }));
    try {
      await this.deliver(message);
      this.pause.startOver();
      this.update((pending) => change(pending, clientId, { state: 'sent' }));
    } catch (error) {
      await this.refused(clientId, error as ServerError);
    }
  }

  /** What passes by itself leaves the message as it is: it goes out again under the same key. */
  private async refused(clientId: string, { code, retryAfterMs, isPassing: passes }: ServerError): Promise<void> {
    const isPassing = passes || !this.isConnected();
    // Without a connection there is nothing to wait for here: the next one runs the queue.
    if (isPassing && this.isConnected()) await over(this.pause.next(retryAfterMs));
    const state = isPassing ? ({ state: 'waiting' } as const) : ({ state: 'failed', problem: code } as const);
    if (this.lost.has(clientId)) this.settle([clientId]);
    else this.update((pending) => change(pending, clientId, state));
  }

  private update(next: (pending: readonly PendingMessage[]) => readonly PendingMessage[]): void {
    this.entries.update(next);
    this.unkept.set(this.kept.store(this.entries()));
  }
}

function over(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
