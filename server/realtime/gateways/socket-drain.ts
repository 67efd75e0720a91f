import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { MessagesService } from '../../messages/messages.service.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

/** When clients may expect an answer again. */
const BACK_IN_MS = 3_000;

/** Before the program stops: clients are told, messages that were taken are stored and acknowledged, then the sockets close. */
@Injectable()
export class SocketDrain implements BeforeApplicationShutdown {
  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly messages: MessagesService,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.emitter.toEveryone('server:restarting', { backInMs: BACK_IN_MS });
    await this.messages.whenStored();
    this.emitter.closeAll();
  }
}
