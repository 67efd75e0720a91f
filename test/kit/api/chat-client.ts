import { io, type Socket } from 'socket.io-client';
import type { Ack, ClientEvents, ServerEvents } from '#contracts/socket-events.js';
import { SocketContract } from './socket-contract.js';

const contract = new SocketContract();

/** A client event that is acknowledged. */
type Asked = Exclude<keyof ClientEvents, 'typing'>;
type AnswerTo<Event extends Asked> =
  Parameters<Parameters<ClientEvents[Event]>[1]>[0] extends Ack<infer Answer> ? Answer : never;
export type AckTo<Event extends Asked> = Ack<AnswerTo<Event>>;
type Carried<Event extends keyof ServerEvents> = Parameters<ServerEvents[Event]>[0];

/** What of the WebSocket below is used. */
interface Wire {
  pause(): void;
  resume(): void;
}

/** One event as it was heard. */
export interface Heard {
  event: string;
  payload: unknown;
  /** Milliseconds, from `performance.now()`. */
  at: number;
}

/** Faults of server events in this file; `TestServer.stop()` fails with them. */
export const eventFaults: string[] = [];

/** A socket of one user: asks with a time limit, remembers all that it hears, and compares both with the contract. */
export class ChatClient {
  readonly heard: Heard[] = [];

  private constructor(readonly socket: Socket<ServerEvents, ClientEvents>) {
    socket.onAny((event: string, ...args: unknown[]) => {
      const fault = contract.findEventFault(event, args);
      if (fault !== undefined) eventFaults.push(fault);
      this.heard.push({ event, payload: args[0], at: performance.now() });
    });
  }

  /** Connects and waits until the server let it in. @throws the `connect_error`, whose message is the code */
  static async connect(
    address: string,
    auth: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ChatClient> {
    const socket = io(address, {
      transports: ['websocket'],
      auth,
      forceNew: true,
      reconnection: false,
      extraHeaders: headers,
    });
    const client = new ChatClient(socket);
    await new Promise<void>((done, fail) => {
      socket.once('connect', done);
      socket.once('connect_error', (error) => {
        socket.close();
        fail(error);
      });
    });
    return client;
  }

  /** Sends an event and returns its acknowledgement. */
  async ask<Event extends Asked>(event: Event, payload: Parameters<ClientEvents[Event]>[0]): Promise<AckTo<Event>> {
    return (await this.askAnything(event, payload)) as AckTo<Event>;
  }

  /** As `ask`, for what must be done. @throws Error with the refusal */
  async done<Event extends Asked>(
    event: Event,
    payload: Parameters<ClientEvents[Event]>[0],
  ): Promise<AnswerTo<Event> & { ok: true }> {
    const answer = await this.ask(event, payload);
    if (!answer.ok) throw new Error(`${event} was refused: ${JSON.stringify(answer.error)}`);
    return answer;
  }

  /** As `ask`, with whatever arguments a broken or hostile client may send. */
  async askAnything(event: string, ...args: unknown[]): Promise<{ ok: boolean; error?: { code: string } }> {
    const untyped = this.socket.timeout(8_000) as unknown as {
      emitWithAck(event: string, ...args: unknown[]): Promise<{ ok: boolean; error?: { code: string } }>;
    };
    const answer = await untyped.emitWithAck(event, ...args);
    const fault = contract.findAckFault(event, answer);
    if (fault !== undefined) throw new Error(fault);
    return answer;
  }

  /** Everything heard of one event. */
  all<Event extends keyof ServerEvents>(event: Event): Carried<Event>[] {
    return this.heard.filter((one) => one.event === event).map(({ payload }) => payload as Carried<Event>);
  }

  /** The first of an event that fits, heard already or within `milliseconds`. @throws Error with what was heard instead */
  async waitFor<Event extends keyof ServerEvents>(
    event: Event,
    fits: (payload: Carried<Event>) => boolean = () => true,
    milliseconds = 4_000,
  ): Promise<Carried<Event>> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const found = this.all(event).find(fits);
      if (found) return found;
      if (Date.now() > end) throw new Error(`No fitting ${event}; heard: ${JSON.stringify(this.heard).slice(-2_000)}`);
      await pause(10);
    }
  }

  /** Forgets what was heard so far. */
  forget(): void {
    this.heard.length = 0;
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  /** Leaves what comes from now on to the system, which takes only so much; sending goes on. */
  stopReading(): void {
    this.wire.pause();
  }

  readOn(): void {
    this.wire.resume();
  }

  private get wire(): Wire {
    return (this.socket.io.engine.transport as unknown as { ws: Wire }).ws;
  }

  /** Waits until the connection is over. */
  async closed(milliseconds = 4_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (this.socket.connected) {
      if (Date.now() > end) throw new Error('The connection is still open.');
      await pause(10);
    }
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Lets time go by. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
