import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { MessagesService } from '../../messages/messages.service.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

/** When clients may expect an answer again; they come back spread over this time. */
const BACK_IN_MS = 3_000;
/** Sockets are let go over this time, so that other nodes need not take all at the same moment. */
const SPREAD_MS = 1_000;
const SLICES = 20;

/** Before the program stops: clients are told, messages that were taken are stored and acknowledged, then the sockets close. */
@Injectable()
export class SocketDrain implements BeforeApplicationShutdown {
  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly messages: MessagesService,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.emitter.isDraining = true;
    this.emitter.toEveryone('server:restarting', { backInMs: BACK_IN_MS });
    await this.messages.whenStored();
    await this.closeAll();
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
}
