import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Title and about of a post as one change left them. */
export interface RevisionRecord {
  version: number;
  title: string;
  about: string;
  editorId: string;
  at: Date;
}

const RECORD = `version, title, about, editor_id as "editorId", at`;

/** Every query on what posts were called and said. */
@Injectable()
export class PostRevisionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps title and about of a post as they are now, and of earlier ones so many that there are at most `most`. */
  async keep(postId: string, editorId: string, most: number): Promise<void> {
    await this.transactions.query(
      `insert into post_revisions (post_id, version, title, about, editor_id, at)
       select id, version, title, about, $2, now() from posts where id = $1`,
      [postId, editorId],
    );
    await this.transactions.query(
      `delete from post_revisions
       where post_id = $1 and version <= (select version from post_revisions where post_id = $1 order by version desc offset $2 limit 1)`,
      [postId, most],
    );
  }

  /** The newest ones, below a version when one is given. */
  async page(postId: string, below: number | undefined, limit: number): Promise<RevisionRecord[]> {
    return this.transactions.query<RevisionRecord>(
      `select ${RECORD} from post_revisions
       where post_id = $1 and ($2::int is null or version < $2) order by version desc limit $3`,
      [postId, below ?? null, limit],
    );
  }

  async count(postId: string): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from post_revisions where post_id = $1`,
      [postId],
    );
    return row?.total ?? 0;
  }
}
