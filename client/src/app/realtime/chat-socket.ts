import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { io, type Socket } from 'socket.io-client';
import type { Ack, ClientEvents, ServerEvents } from '#contracts/socket-events.js';
import { PageVersion } from '../page-version';
import { SessionStore } from '../sign-in/session-store';
import { GrowingPause } from './growing-pause';
import { fromSocket, noAnswer, type ServerError } from './server-error';

type Asked = Exclude<keyof ClientEvents, 'typing'>;
export type Payload<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>[0];
type AckOf<Name extends Asked> = Parameters<Parameters<ClientEvents[Name]>[1]>[0];
export type Answer<Name extends Asked> = Extract<AckOf<Name>, { ok: true }>;

interface Emitter {
  emit(name: string, payload: unknown, acknowledge: (error: Error | null, answer: Ack<object>) => void): void;
}

const PROTOCOL = 1;
const ANSWER_MS = 10_000;
const AFTER_REFUSAL_MS = 2_500;
const AFTER_CLOSING_MS = 1_000;
const FIRST_ATTEMPT_MS = 500;
const RENEWABLE = new Set(['unauthenticated', 'session_ended']);

/** The one socket: typed events, answers as promises, the session's token kept fresh. */
@Injectable({ providedIn: 'root' })
export class ChatSocket {
  private readonly session = inject(SessionStore);
  private readonly version = inject(PageVersion);
  private readonly pause = new GrowingPause(AFTER_REFUSAL_MS);
  private returning: ReturnType<typeof setTimeout> | undefined;
  private readonly socket: Socket<ServerEvents, ClientEvents> = io({
    autoConnect: false,
    transports: ['websocket'],
    auth: (give) => give({ token: this.session.token(), protocol: PROTOCOL }),
    reconnectionDelay: FIRST_ATTEMPT_MS,
    reconnectionDelayMax: 5_000,
  });

  readonly isConnected = signal(false);
  /** How often a connection was made: what has to be caught up after each follows this. */
  readonly connections = signal(0);

  constructor() {
    this.socket.on('connect', () => {
      this.socket.io.reconnectionDelay(FIRST_ATTEMPT_MS);
      this.pause.startOver();
      this.isConnected.set(true);
      this.connections.update((count) => count + 1);
    });
    this.socket.on('disconnect', (reason) => {
      this.isConnected.set(false);
      // The one break after which the library does not come back by itself.
      if (reason === 'io server disconnect') setTimeout(() => this.reconnect(), AFTER_CLOSING_MS);
    });
    this.socket.on('connect_error', (error) => void this.reconnectAfter(error));
    // Half as much more or less is up to chance: all that were here come back spread over the time.
    this.socket.on('server:restarting', ({ backInMs }) => this.socket.io.reconnectionDelay(backInMs / 2));
    this.socket.on('session:ended', () => void this.renewOrEnd());
    addEventListener('online', () => this.reconnect());
    // A cut cable says nothing to a socket for half a minute. Where the server can be reached all the same, it comes back at once.
    addEventListener('offline', () => this.socket.connected && this.socket.io.engine.close());
    this.followSession();
  }

  on<Name extends keyof ServerEvents>(name: Name, handle: ServerEvents[Name]): void {
    (this.socket as { on(name: string, handle: unknown): unknown }).on(name, handle);
  }

  /** Sends an event and waits for its answer; a refusal, silence and a broken connection throw a `ServerError`. */
  async ask<Name extends Asked>(name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
    if (!this.socket.connected) throw noAnswer();
    const answer = await new Promise<Ack<object>>((resolve, reject) => {
      const emitter = this.socket.timeout(ANSWER_MS) as unknown as Emitter;
      emitter.emit(name, payload, (error, given) => (error === null ? resolve(given) : reject(noAnswer())));
    });
    if (!answer.ok) throw fromSocket(answer.error);
    return answer as Answer<Name>;
  }

  /** Says that the user is typing; lost when there is no connection. */
  tellTyping(postId: string): void {
    if (this.socket.connected) this.socket.emit('typing', { postId });
  }

  /** Tries at once instead of waiting for the next attempt. */
  reconnect(): void {
    if (this.socket.connected || this.session.state() !== 'signed-in') return;
    this.socket.disconnect().connect();
  }

  private followSession(): void {
    effect(() => {
      const token = this.session.token();
      untracked(() => {
        if (token === null) this.socket.disconnect();
        else if (this.socket.connected) void this.ask('session:renew', { token }).catch(() => undefined);
        else if (!this.socket.active) this.socket.connect();
      });
    });
  }

  private async reconnectAfter(error: Error & { data?: { code?: string; retryAfterMs?: number } }): Promise<void> {
    this.isConnected.set(false);
    if (this.socket.active) return;
    const code = error.data?.code ?? error.message;
    if (code === 'protocol_unsupported') {
      this.version.isOutdated.set(true);
      return;
    }
    const isRenewable = RENEWABLE.has(code);
    if (isRenewable && !(await this.renew())) return;
    if (isRenewable) this.reconnect();
    else this.reconnectLater(error.data?.retryAfterMs);
  }

  private reconnectLater(asked: number | undefined): void {
    clearTimeout(this.returning);
    this.returning = setTimeout(() => this.reconnect(), this.pause.next(asked));
  }

  private async renewOrEnd(): Promise<void> {
    if (await this.renew()) this.reconnect();
  }

  private async renew(): Promise<boolean> {
    try {
      return await this.session.refresh();
    } catch (error) {
      this.reconnectLater((error as ServerError).retryAfterMs);
      return false;
    }
  }
}
