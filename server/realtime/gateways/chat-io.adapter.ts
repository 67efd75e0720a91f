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

/** Names of the events that some gateway handles, by socket; any other is refused by name. */
const HANDLED = new WeakMap<ChatSocket, Set<string>>();

/** Events that are handled in the order of their arrival, one socket's one after the other. */
const IN_ORDER = new Set(['message:send']);
/** More of one socket waiting for their turn than this, and the next is refused: a flood must not fill the memory. */
const LONGEST_LINE = 1_000;
const LINES = new WeakMap<ChatSocket, { last: Promise<unknown>; length: number }>();

type Handled = object | undefined;

/**
 * Nest's Socket.IO adapter with two changes: the handshake decides who connects, and handlers are bound as plain
 * listeners. Nest's own binding keeps an RxJS pipeline for every handler of every socket (three times the memory), never
 * acknowledges an error, and leaves unknown events without an answer.
 */
export class ChatIoAdapter extends IoAdapter {
  protected override readonly logger = new Logger(ChatIoAdapter.name);
  private readonly handshake: Handshake;
  private readonly emitter: RealtimeEmitter;

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
    const handled = this.handledBy(client);
    for (const { message, callback } of handlers) {
      handled.add(String(message));
      client.on(message as 'typing', (...args: unknown[]) => void this.run(client, String(message), callback, args));
    }
  }

  /** One set a socket for all gateways; the first to bind also sees to what nobody handles. */
  private handledBy(socket: ChatSocket): Set<string> {
    const known = HANDLED.get(socket);
    if (known) return known;
    const handled = new Set<string>();
    HANDLED.set(socket, handled);
    socket.onAny((event: unknown, ...args: unknown[]) => {
      const name = String(event);
      if (!handled.has(name))
        refuse(findAcknowledge(args), new AppError('unknown_event', `There is no event ${name.slice(0, 40)}.`));
    });
    return handled;
  }

  private async run(
    socket: ChatSocket,
    event: string,
    callback: MessageMappingProperties['callback'],
    args: unknown[],
  ): Promise<void> {
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
