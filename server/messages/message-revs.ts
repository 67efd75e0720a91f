import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { HeadsRepository } from './heads.repository.js';
import { MessageChangesRepository } from './message-changes.repository.js';
import type { HeadRecord, MessageRecord } from './message-record.js';
import { presentMessage } from './message.presenter.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { MessagesRepository } from './messages.repository.js';

/** Numbers changes of stored messages, inside the transaction that makes them, and tells readers once it is durable. */
@Injectable()
export class MessageRevs {
  constructor(
    private readonly heads: HeadsRepository,
    private readonly changes: MessageChangesRepository,
    private readonly messages: MessagesRepository,
    private readonly broadcaster: MessagesBroadcaster,
    private readonly transactions: Transactions,
  ) {}

  /** Holds the post's numbering until the transaction ends; undefined when there is no such post. */
  async lock(postId: string): Promise<HeadRecord | undefined> {
    return this.heads.lock(postId);
  }

  /** Gives changed messages of a locked post the next revs, in this order, and returns them as they are now. */
  async bump({ postId, roomId, rev, lastSeq }: HeadRecord, ids: readonly string[]): Promise<MessageRecord[]> {
    await this.heads.takeRevs(postId, ids.length);
    await this.changes.setRevs(ids, rev + 1);
    const found = new Map((await this.messages.findMany(ids)).map((message) => [message.id, message]));
    const messages = ids.flatMap((id) => found.get(id) ?? []);
    this.transactions.afterCommit(() => {
      const bySeq = messages.toSorted((one, other) => one.seq - other.seq).map(presentMessage);
      this.broadcaster.changed({ postId, roomId, prevRev: rev, rev: rev + ids.length, lastSeq, messages: bySeq });
    });
    return messages;
  }
}
