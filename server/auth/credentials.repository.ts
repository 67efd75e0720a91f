import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { CredentialEntity } from './credential.entity.js';

/** Every query on password hashes. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(userId: string): Promise<string | undefined> {
    return (await this.transactions.manager.findOneBy(CredentialEntity, { userId }))?.passwordHash;
  }

  /** True while a hash is the user's; it stays so until the transaction ends. */
  async hold(userId: string, passwordHash: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `select user_id from credentials where user_id = $1 and password_hash = $2 for update`,
      [userId, passwordHash],
    );
    return rows.length > 0;
  }

  async save(userId: string, passwordHash: string, changedAt: Date): Promise<void> {
    await this.transactions.manager.upsert(CredentialEntity, { userId, passwordHash, changedAt }, ['userId']);
  }
}
