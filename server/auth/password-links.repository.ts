import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { PasswordLinkEntity } from './password-link.entity.js';

/** Every query on links that set passwords. */
@Injectable()
export class PasswordLinksRepository {
  constructor(private readonly transactions: Transactions) {}

  async save(link: PasswordLinkEntity): Promise<void> {
    await this.transactions.manager.upsert(PasswordLinkEntity, link, ['userId']);
  }

  /** Whose password a link sets, while it does. */
  async findUserId(tokenHash: string, now: Date): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ userId: string }>(
      `select user_id as "userId" from password_links where token_hash = $1 and expires_at > $2`,
      [tokenHash, now],
    );
    return row?.userId;
  }

  /** Takes a link out of use; false when somebody was faster. */
  async use(tokenHash: string): Promise<boolean> {
    const rows = await this.transactions.query(`delete from password_links where token_hash = $1 returning user_id`, [
      tokenHash,
    ]);
    return rows.length > 0;
  }

  async removeOf(userId: string): Promise<void> {
    await this.transactions.manager.delete(PasswordLinkEntity, { userId });
  }
}
