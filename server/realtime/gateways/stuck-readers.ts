import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ChatSocket } from '../emitter/chat-socket.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

/** So much may wait for one socket: a few catch-ups as large as they may be. */
const MOST_WAITING_BYTES = 8 * 1024 * 1024;
const ROUND_MS = 1_000;

/** What of an Engine.IO connection says how much waits; its types leave it out. */
interface Connection {
  writeBuffer: readonly { data?: string | Buffer }[];
  transport: { writable: boolean; socket: { bufferedAmount: number; terminate(): void } };
}

/**
 * Cuts off clients that do not read what they are sent, before it fills the memory: they come back and catch up by rev.
 * Sending itself looks at nothing. Frames are shared by their readers, so that a look once a second is enough; answers are
 * not, and who gives a large one looks at once.
 */
@Injectable()
export class StuckReaders implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(StuckReaders.name);
  private timer?: NodeJS.Timeout;

  constructor(private readonly emitter: RealtimeEmitter) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const socket of this.emitter.localSockets()) this.look(socket);
    }, ROUND_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Ends the connection of a socket when too much waits for it. */
  look(socket: ChatSocket): void {
    const connection = socket.conn as unknown as Connection;
    const bytes = socket.connected ? waitingFor(connection) : 0;
    if (bytes <= MOST_WAITING_BYTES) return;
    this.logger.warn({ userId: socket.data.userId, bytes }, 'A client that does not read is cut off.');
    // An ordinary end would wait until all of it was sent.
    socket.conn.close(true);
    connection.transport.socket.terminate();
  }
}

/** At least so many bytes: a character may be more than one. */
function waitingFor({ transport, writeBuffer }: Connection): number {
  if (transport.writable) return 0;
  return writeBuffer.reduce((bytes, { data }) => bytes + (data?.length ?? 0), transport.socket.bufferedAmount);
}
