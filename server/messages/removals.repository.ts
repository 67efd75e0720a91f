import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Who removed a message, why and when. */
export interface RemovalRecord {
  actorId: string;
  reason: string;
  at: Date;
}

/** Every query on why messages were removed. */
@Injectable()
export class RemovalsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(messageId: string, actorId: string, reason: string): Promise<void> {
    await this.transactions.query(`insert into message_removals (message_id, actor_id, reason) values ($1, $2, $3)`, [
      messageId,
      actorId,
      reason,
    ]);
  }

  async find(messageId: string): Promise<RemovalRecord | undefined> {
    const [row] = await this.transactions.query<RemovalRecord>(
      `select actor_id as "actorId", reason, at from message_removals where message_id = $1`,
      [messageId],
    );
    return row;
  }
}
