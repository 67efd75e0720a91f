import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '#contracts/socket-events.js';

/** What the server knows of a socket. */
export interface SocketData {
  userId: string;
  sessionId: string;
  /** When its bearer token expires, in milliseconds since 1970. */
  expiresAt: number;
}

type BetweenNodes = Record<string, never>;

/** The socket server, typed by the contract. */
export type ChatServer = Server<ClientEvents, ServerEvents, BetweenNodes, SocketData>;

/** A member's connection, typed by the contract. */
export type ChatSocket = Socket<ClientEvents, ServerEvents, BetweenNodes, SocketData>;
