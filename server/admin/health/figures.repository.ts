import { Injectable } from '@nestjs/common';
import type { DatabaseHealth, HealthTable } from '#contracts/admin-health.dto.js';
import { Transactions } from '../../database/transactions.js';

const LARGEST = 10;

/** How many there are. */
export interface Amounts {
  rooms: number;
  archivedRooms: number;
  /** Without the chats of rooms. */
  posts: number;
  messages: number;
}

/** Every query on how much there is. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The database as a whole, without the time that it takes to answer. */
  async database(): Promise<Omit<DatabaseHealth, 'roundTripMs' | 'tables'>> {
    const [row] = await this.transactions.query<Omit<DatabaseHealth, 'roundTripMs' | 'tables'>>(
      `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
         (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
         current_setting('max_connections')::int as "maxConnections"`,
    );
    if (!row) throw new Error('The database says nothing of itself.');
    return row;
  }

  /** The largest tables with their indexes. */
  async tables(): Promise<HealthTable[]> {
    return this.transactions.query<HealthTable>(
      `select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name,
         pg_total_relation_size(c.oid)::float8 as bytes, greatest(coalesce(s.n_live_tup, 0), 0)::float8 as rows
       from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_stat_user_tables s on s.relid = c.oid
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
       order by 2 desc, 1 limit $1`,
      [LARGEST],
    );
  }

  /** The smallest question, for how long it takes. */
  async ping(): Promise<void> {
    await this.transactions.query(`select 1`);
  }

  async amounts(): Promise<Amounts> {
    const [row] = await this.transactions.query<Amounts>(
      `select (select count(*)::int from rooms where deleted_at is null) as rooms,
         (select count(*)::int from rooms where deleted_at is null and archived_at is not null) as "archivedRooms",
         (select count(*)::int from posts where kind = 'topic' and deleted_at is null) as posts, (select count(*)::int from messages) as messages`,
    );
    return row ?? { rooms: 0, archivedRooms: 0, posts: 0, messages: 0 };
  }

  /** The files of messages, and those that wait for theirs. */
  async files(): Promise<{ files: number; bytes: number }> {
    const [row] = await this.transactions.query<{ files: number; bytes: number }>(
      `select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes from attachments where gone_at is null and state <> 'rejected'`,
    );
    return row ?? { files: 0, bytes: 0 };
  }
}
