import { type INestApplicationContext, Logger } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { ServerOptions } from 'socket.io';
import { AppError } from '../../platform/errors/app-error.js';
import type { ChatServer, ChatSocket } from '../emitter/chat-socket.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';
import { asAppError } from '../../platform/errors/as-app-error.js';
import { answer, findAcknowledge, Later, refuse } from './acknowledge.js';
import { Handshake, SOCKET_OPTIONS } from './handshake.js';

type Callback = MessageMappingProperties['callback'];

/** What a socket's events call, each at the place of its name in `ChatIoAdapter.places`. */
const CALLBACKS = new WeakMap<ChatSocket, Callback[]>();

/** Events that are handled in the order of their arrival, one socket's one after the other. */
const IN_ORDER = new Set(['message:send']);
/** More of one socket waiting for their turn than this, and the next is refused: a flood must not fill the memory. */
const LONGEST_LINE = 1_000;
const LINES = new WeakMap<ChatSocket, { last: Promise<unknown>; length: number }>();

type Handled = object | undefined;

/**
 * Nest's Socket.IO adapter with two changes: the handshake decides who connects, and one listener takes the events of all
 * sockets. Nest's own binding keeps an RxJS pipeline for every handler of every socket (three times the memory), never
 * acknowledges an error, and leaves unknown events without an answer.
 */
export class ChatIoAdapter extends IoAdapter {
  protected override readonly logger = new Logger(ChatIoAdapter.name);
  private readonly handshake: Handshake;
  private readonly emitter: RealtimeEmitter;
  /** The events that some gateway handles, each with its place among the callbacks of a socket. */
  private readonly places = new Map<string, number>();
  private readonly hear = this.makeHear();

  constructor(app: INestApplicationContext) {
    super(app);
    this.handshake = app.get(Handshake);
    this.emitter = app.get(RealtimeEmitter);
  }

  override createIOServer(port: number, options?: ServerOptions): ChatServer {
    const server = super.createIOServer(port, {
      ...options,
      ...SOCKET_OPTIONS,
      allowRequest: (
        request: Parameters<Handshake['findRefusal']>[0],
        decide: (error: string | null, isAllowed: boolean) => void,
      ) => {
        const refusal = this.handshake.findRefusal(request);
        decide(refusal, refusal === null);
      },
    } as unknown as ServerOptions) as ChatServer;
    server.use((socket, next) => void this.handshake.authenticate(socket, next));
    this.emitter.attach(server);
    return server;
  }

  override bindMessageHandlers(socket: unknown, handlers: MessageMappingProperties[]): void {
    const client = socket as ChatSocket;
    const callbacks = CALLBACKS.get(client) ?? this.listenTo(client);
    for (const { message, callback } of handlers) callbacks[this.placeOf(String(message))] = callback;
  }

  /** Once a socket: all gateways hear of its end in the same way. */
  override bindClientDisconnect(client: ChatSocket, callback: () => void): void {
    if (client.listenerCount('disconnect') === 0) client.on('disconnect', callback);
  }

  private placeOf(event: string): number {
    const known = this.places.get(event);
    if (known !== undefined) return known;
    this.places.set(event, this.places.size);
    return this.places.size - 1;
  }

  private listenTo(socket: ChatSocket): Callback[] {
    const callbacks: Callback[] = [];
    CALLBACKS.set(socket, callbacks);
    socket.onAny(this.hear);
    return callbacks;
  }

  /** Of all sockets: a listener an event a socket would be most of what a socket takes. */
  private makeHear(): (this: ChatSocket, event: unknown, ...args: unknown[]) => void {
    const [places, run] = [this.places, this.run.bind(this)];
    return function (event, ...args) {
      const name = String(event);
      const callback = CALLBACKS.get(this)?.[places.get(name) ?? -1];
      if (callback) void run(this, name, callback, args);
      else refuse(findAcknowledge(args), new AppError('unknown_event', `There is no event ${name.slice(0, 40)}.`));
    };
  }

  private async run(socket: ChatSocket, event: string, callback: Callback, args: unknown[]): Promise<void> {
    const acknowledge = findAcknowledge(args);
    const payload = typeof args[0] === 'function' ? undefined : args[0];
    const handle = async (): Promise<Handled> => (await callback(payload, acknowledge)) as Handled;
    try {
      const result = await (IN_ORDER.has(event) ? inTurn(socket, handle) : handle());
      answer(acknowledge, result instanceof Later ? await result.answer : result);
    } catch (error) {
      if (asAppError(error).status >= 500) this.logger.error({ err: error }, `${event} failed`);
      refuse(acknowledge, error);
    }
  }
}

/** Waits until the socket's event before was taken. @throws AppError `busy` when too many wait */
async function inTurn(socket: ChatSocket, handle: () => Promise<Handled>): Promise<Handled> {
  const line = LINES.get(socket) ?? { last: Promise.resolve(), length: 0 };
  LINES.set(socket, line);
  if (line.length >= LONGEST_LINE)
    throw new AppError('busy', 'The server is busy. Try again.', { retryAfterMs: 1_000 });
  line.length += 1;
  const turn = line.last.then(handle).finally(() => (line.length -= 1));
  line.last = turn.catch(() => undefined);
  return turn;
}
