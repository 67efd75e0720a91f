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

  async save(userId: string, passwordHash: string, changedAt: Date): Promise<void> {
    await this.transactions.manager.upsert(CredentialEntity, { userId, passwordHash, changedAt }, ['userId']);
  }
}
