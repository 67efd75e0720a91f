import { type BeforeApplicationShutdown, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { MessagesService } from '../../messages/messages.service.js';
import { Config } from '../../platform/config/config.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

/** A proxy that asks `/api/health/live` as `docker/haproxy.cfg` does has noticed by then that this node stops. */
const NOTICED_MS = 2_000;
/** When clients may expect an answer again; they come back spread over this time. */
const BACK_IN_MS = 3_000;
/** Sockets are let go over this time, so that other nodes need not take all at the same moment. */
const SPREAD_MS = 1_000;
const SLICES = 20;
/** How long a client may take to say goodbye, and a request to come to its end. */
const GOODBYE_MS = 1_500;
const LOOK_AGAIN_MS = 50;

/**
 * Before the program stops: the proxy sends new clients to other nodes, clients are told, messages that were taken are stored
 * and acknowledged, then the sockets close. What is not over by then is cut (`forceCloseConnections` in `app.ts`).
 */
@Injectable()
export class SocketDrain implements OnModuleDestroy, BeforeApplicationShutdown {
  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly messages: MessagesService,
    private readonly config: Config,
  ) {}

  /** While everything still works: who comes before the proxy has noticed is served. Without Redis there is no other node. */
  async onModuleDestroy(): Promise<void> {
    this.emitter.isStopping = true;
    if (this.config.servesHttp && this.config.redisUrl !== undefined) await pause(NOTICED_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.emitter.isDraining = true;
    this.emitter.toEveryone('server:restarting', { backInMs: BACK_IN_MS });
    await this.messages.whenStored();
    await this.closeAll();
    await this.whenLetGo();
  }

  private async closeAll(): Promise<void> {
    const sockets = this.emitter.localSockets();
    const slice = Math.ceil(sockets.length / SLICES);
    for (let from = 0; from < sockets.length; from += slice) {
      for (const socket of sockets.slice(from, from + slice)) socket.conn.close();
      if (from + slice < sockets.length) await pause(SPREAD_MS / SLICES);
    }
    await this.messages.whenStored();
  }

  /** Waits until no connection is left, or for so long. A client that is gone without a word would be waited for for half a minute. */
  private async whenLetGo(): Promise<void> {
    const { httpServer } = this.emitter;
    if (!httpServer) return;
    const countConnections = promisify(httpServer.getConnections.bind(httpServer));
    const end = performance.now() + GOODBYE_MS;
    while (performance.now() < end && (await countConnections()) > 0) {
      httpServer.closeIdleConnections();
      await pause(LOOK_AGAIN_MS);
    }
  }
}
