import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Every query on codes that went out by mail. */
@Injectable()
export class EmailCodesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps a code in the place of the one before; those that are over go. */
  async save(subjectHash: string, codeHash: string, now: Date, expiresAt: Date): Promise<void> {
    await this.transactions.query(`delete from email_codes where expires_at <= $1 and subject_hash <> $2`, [
      now,
      subjectHash,
    ]);
    await this.transactions.query(
      `insert into email_codes (subject_hash, code_hash, expires_at) values ($1, $2, $3)
       on conflict (subject_hash) do update set code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at`,
      [subjectHash, codeHash, expiresAt],
    );
  }

  /** True for the right code; a wrong one is counted, and after `most` of them none is right. */
  async try(subjectHash: string, codeHash: string, now: Date, most: number): Promise<boolean> {
    const [row] = await this.transactions.query<{ isRight: boolean }>(
      `update email_codes set tries = tries + (code_hash <> $2)::int
       where subject_hash = $1 and tries < $4 and expires_at > $3 returning code_hash = $2 as "isRight"`,
      [subjectHash, codeHash, now, most],
    );
    return row?.isRight ?? false;
  }

  /** Takes the right code out of use; false when somebody was faster. */
  async use(subjectHash: string, codeHash: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `delete from email_codes where subject_hash = $1 and code_hash = $2 returning subject_hash`,
      [subjectHash, codeHash],
    );
    return rows.length > 0;
  }
}
