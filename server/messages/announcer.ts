import { Injectable } from '@nestjs/common';
import type { SystemText } from '#contracts/message.dto.js';
import { Transactions } from '../database/transactions.js';
import { newId } from '../platform/ids/ids.js';
import { MessageBatchRepository } from './message-batch.repository.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { recordOf } from './stored-record.js';

/** Something that is told in a post. */
export interface Announcement {
  postId: string;
  roomId: string;
  /** Who did it. */
  authorId: string;
  system: SystemText;
  /** The same in English. */
  text: string;
}

/** System messages that tell what was done. */
@Injectable()
export class Announcer {
  constructor(
    private readonly repository: MessageBatchRepository,
    private readonly broadcaster: MessagesBroadcaster,
    private readonly transactions: Transactions,
  ) {}

  /** Stores the message inside the transaction that does what it tells; readers hear of it once it is durable. */
  async announce(announcement: Announcement): Promise<void> {
    const draft = { ...announcement, id: newId(), clientId: null, replyToId: null, attachmentIds: [] };
    const rows = await this.repository.store([draft]);
    this.transactions.afterCommit(() => {
      this.broadcaster.sent(
        rows.map((row) => recordOf(draft, row)),
        rows,
      );
    });
  }
}
