import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { AppError } from '../platform/errors/app-error.js';
import { ForwardsRepository } from './forwards.repository.js';
import { type Draft, MessageBatchRepository } from './message-batch.repository.js';
import type { MessageRecord } from './message-record.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { MessagesRepository } from './messages.repository.js';
import { asRefusal } from './send-refusals.js';

/** Stores messages that forward others, each in a transaction of its own. */
@Injectable()
export class ForwardWriter {
  constructor(
    private readonly batch: MessageBatchRepository,
    private readonly forwards: ForwardsRepository,
    private readonly messages: MessagesRepository,
    private readonly broadcaster: MessagesBroadcaster,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Stores a message with the files of the one it forwards, and tells its readers once it is durable.
   * @returns undefined when its key was known before: then nothing is stored
   * @throws AppError `read_only` when the other was taken back meanwhile, `not_found` when the post is gone
   */
  async store(draft: Draft, fromMessageId: string): Promise<MessageRecord | undefined> {
    return this.transactions.run(async () => {
      const rows = await this.batch.store([draft]).catch((error: unknown) => {
        throw asRefusal(error);
      });
      if (rows.length === 0) return undefined;
      if (!(await this.forwards.holdLive(fromMessageId)))
        throw new AppError('read_only', 'This message was taken back.');
      await this.forwards.shareFiles(fromMessageId, draft);
      const message = await this.messages.find(draft.id);
      this.transactions.afterCommit(() => {
        this.broadcaster.sent(message ? [message] : [], rows);
      });
      return message;
    });
  }
}
