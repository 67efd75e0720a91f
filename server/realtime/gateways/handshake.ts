import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { LIMITS, SOCKET_PROTOCOL } from '#contracts/limits.js';
import { SessionsService } from '../../auth/sessions.service.js';
import { Tokens } from '../../auth/tokens.js';
import { Config } from '../../platform/config/config.js';
import { AppError } from '../../platform/errors/app-error.js';
import { asAppError } from '../../platform/errors/as-app-error.js';
import { RoomAudience } from '../../sync/room-audience.js';
import { roomChannel, sessionChannel, userChannel } from '../emitter/channels.js';
import type { ChatSocket } from '../emitter/chat-socket.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

const LONGEST_TOKEN = 4_000;

/** A `connect_error` of Socket.IO: its message is the code, `data` the error as an acknowledgement would carry it. */
function connectError(thrown: unknown): Error {
  const { code, message, details } = asAppError(thrown);
  const { retryAfterMs } = details;
  return Object.assign(new Error(code), {
    data: { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) },
  });
}

const NOTHING = {};

/** How the socket was asked for, its headers, cookies and token, is of no more use, and a good part of what it takes. */
function forgetRequest({ conn, handshake }: ChatSocket): void {
  Object.assign(conn, { request: undefined });
  Object.assign(handshake, { headers: NOTHING, auth: NOTHING, query: NOTHING, url: '' });
}

/** Who may connect, and what they hear from the start. Nest's guards do not run here. */
@Injectable()
export class Handshake {
  constructor(
    private readonly tokens: Tokens,
    private readonly sessions: SessionsService,
    private readonly audience: RoomAudience,
    private readonly config: Config,
    private readonly emitter: RealtimeEmitter,
  ) {}

  /** Why nobody may connect like this, asked before the upgrade; null for a page of ours, and for programs, which name no origin. */
  findRefusal({ headers: { origin, host } }: IncomingMessage): string | null {
    if (this.emitter.isDraining) return 'restarting';
    const url = origin === undefined ? undefined : URL.parse(origin);
    const isOurs = url === undefined || url?.origin === this.config.publicUrl || url?.host === host;
    return isOurs ? null : 'foreign_origin';
  }

  /** Socket.IO's middleware: lets a socket in with a good token and puts it where its user's events go. */
  async authenticate(socket: ChatSocket, next: (error?: Error) => void): Promise<void> {
    try {
      socket.data = await this.identify(socket.handshake.auth);
      const { userId, sessionId } = socket.data;
      await socket.join([userChannel(userId), sessionChannel(sessionId)]);
      await this.audience.admit(userId, (roomIds) => socket.join(roomIds.map(roomChannel)));
      forgetRequest(socket);
      next();
    } catch (error) {
      next(connectError(error));
    }
  }

  /** Who a token speaks for. @throws AppError `unauthenticated`, `session_ended` */
  async readToken(token: unknown): Promise<ChatSocket['data']> {
    const claims =
      typeof token === 'string' && token.length <= LONGEST_TOKEN ? await this.tokens.readAccess(token) : undefined;
    if (!claims) throw new AppError('unauthenticated', 'The token is not valid. Sign in again.');
    const { userId, sessionId } = await this.sessions.confirm(claims.sid);
    return { userId, sessionId, expiresAt: claims.exp * 1_000 };
  }

  private async identify({ token, protocol }: Record<string, unknown>): Promise<ChatSocket['data']> {
    if (protocol !== SOCKET_PROTOCOL) {
      throw new AppError(
        'protocol_unsupported',
        `This server speaks protocol ${String(SOCKET_PROTOCOL)}. Reload the page.`,
      );
    }
    return this.readToken(token);
  }
}

/** How the socket server is set up, besides who may connect. */
export const SOCKET_OPTIONS = {
  transports: ['websocket' as const],
  serveClient: false,
  connectTimeout: 5_000,
  maxHttpBufferSize: LIMITS.frameBytes,
  perMessageDeflate: false,
  cleanupEmptyChildNamespaces: true,
};
