import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Every query on attachments, but for linking them to a message, which is part of storing it. */
@Injectable()
export class AttachmentsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Notes that the files of a message are gone; returns which. */
  async markGone(messageId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `update attachments set gone_at = now() where message_id = $1 and gone_at is null returning id`,
      [messageId],
    );
    return rows.map(({ id }) => id);
  }
}
