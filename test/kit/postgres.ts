import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { SocketAddress } from '../../server/platform/config/database-address.js';

/** A migrated, empty database that nobody else uses. */
export interface TestDatabase {
  readonly address: SocketAddress;
  /** Removes it, also when connections are still open. */
  drop(): Promise<void>;
}

/** Makes a database from the migrated template: one for each spec file, in `beforeAll`. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template roomers strategy file_copy`);
  return {
    address: addressOf(name),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

/** A database as DATABASE_URL names it. */
export function urlOf({ host, user, database }: SocketAddress): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
}

/** Rows of one statement. */
export async function query<Row = Record<string, unknown>>(
  { host, user, database }: SocketAddress,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ host, user, database });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

function addressOf(database: string): SocketAddress {
  const host = process.env['TEST_POSTGRES'];
  if (!host) throw new Error('There is no test database: run the spec through test/jest.mjs');
  return { kind: 'socket', host, user: 'roomers', database };
}

async function administer(statement: string): Promise<void> {
  await query(addressOf('postgres'), statement);
}
