import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import type { Client } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { testConfig } from '../kit/config.js';
import { createDatabase, type TestDatabase } from '../kit/postgres.js';
import { dataSourceOptions } from '../../server/database/data-source.options.js';
import { allowSilence } from '../../server/database/silence.js';
import { Transactions } from '../../server/database/transactions.js';

describe('a connection to the database', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createDatabase();
    dataSource = await new DataSource(dataSourceOptions(testConfig(database.address), () => undefined)).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** How long the connection of a runner may be silent; zero for ever. */
  async function patienceWith(runner: QueryRunner): Promise<number | undefined> {
    return ((await runner.connect()) as Client & { connection: { stream: Socket } }).connection.stream.timeout;
  }

  it('may be silent for twenty seconds, and for as long as work takes that may take long', async () => {
    const runner = dataSource.createQueryRunner();
    expect(await patienceWith(runner)).toBe(20_000);
    expect(await allowSilence(runner, () => patienceWith(runner))).toBe(0);
    expect(await patienceWith(runner)).toBe(20_000);
    await expect(allowSilence(runner, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await patienceWith(runner)).toBe(20_000);
    await runner.release();
  });

  it('may be silent for a snapshot, and not for another transaction', async () => {
    const transactions = new Transactions(dataSource);
    const patience = (): Promise<number | undefined> => patienceWith(transactions.manager.queryRunner!);
    expect(await transactions.snapshot(patience)).toBe(0);
    expect(await transactions.run(patience)).toBe(20_000);
  });
});
