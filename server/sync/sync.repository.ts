import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Where the reading snapshot begins and which database it is. */
export interface SnapshotMark {
  /** Every transaction below is over: what it wrote is in the answer. */
  xmin: string;
  /** The installation, so that a cursor of another database is known as such. */
  database: string;
}

/** What a sync needs of the database itself. */
@Injectable()
export class SyncRepository {
  constructor(private readonly transactions: Transactions) {}

  async mark(): Promise<SnapshotMark> {
    const [row] = await this.transactions.query<SnapshotMark>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, (select id::text from installation) as database`,
    );
    if (!row) throw new Error('The database names no installation.');
    return row;
  }
}
