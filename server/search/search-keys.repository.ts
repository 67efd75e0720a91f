import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** The names that a row is found by. */
export interface NamedRow {
  id: string;
  names: string[];
}

/** A row with what it is found and sorted by. */
export interface KeyedRow extends NamedRow {
  searchKey: string;
  sortKey: string;
}

/** Of each table the columns that its keys are made of, first by which it is sorted. */
const NAMES = {
  users: `array[display_name, username]`,
  rooms: `array[name, slug]`,
  posts: `array[title]`,
  tags: `array[name]`,
};
export type KeyedTable = keyof typeof NAMES;
export const KEYED_TABLES = Object.keys(NAMES) as KeyedTable[];

/** Every query on the keys of all that has a name. */
@Injectable()
export class SearchKeysRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Rows that lack a key, by id, those after one. */
  async findWithout(table: KeyedTable, after: string, limit: number): Promise<NamedRow[]> {
    return this.transactions.query(
      `select id, ${NAMES[table]} as names from ${table} where (search_key is null or sort_key is null) and id > $1 order by id limit $2`,
      [after, limit],
    );
  }

  /** Gives rows their keys, but not those that got other names or their keys meanwhile. */
  async give(table: KeyedTable, rows: readonly KeyedRow[]): Promise<void> {
    await this.transactions.query(
      `update ${table} t set search_key = given.search_key, sort_key = given.sort_key
       from unnest($1::uuid[], $2::jsonb[], $3::text[], $4::text[]) as given (id, names, search_key, sort_key)
       where t.id = given.id and (t.search_key is null or t.sort_key is null) and to_jsonb(${NAMES[table]}) = given.names`,
      [
        rows.map(({ id }) => id),
        rows.map(({ names }) => JSON.stringify(names)),
        rows.map(({ searchKey }) => searchKey),
        rows.map(({ sortKey }) => sortKey),
      ],
    );
  }
}
