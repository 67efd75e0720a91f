import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { ProfileEntity } from './profile.entity.js';

/** Every query on profiles. */
@Injectable()
export class ProfilesRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(profile: ProfileEntity): Promise<void> {
    await this.transactions.manager.insert(ProfileEntity, profile);
  }

  async find(userId: string): Promise<ProfileEntity> {
    return this.transactions.manager.findOneByOrFail(ProfileEntity, { userId });
  }

  async update(userId: string, change: Partial<ProfileEntity>): Promise<void> {
    if (Object.keys(change).length > 0) await this.transactions.manager.update(ProfileEntity, { userId }, change);
  }
}
