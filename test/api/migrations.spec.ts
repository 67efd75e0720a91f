import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../server/database/data-source.options.js';
import { migrate } from '../../server/database/migrate.js';
import { MIGRATIONS } from '../../server/database/migrations/index.js';
import { startApp, type TestApp } from '../kit/app.js';
import { testConfig } from '../kit/config.js';
import { createDatabase, type TestDatabase } from '../kit/postgres.js';

describe('migrations', () => {
  let program: TestApp;
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    program = await startApp();
    database = await createDatabase();
    dataSource = await new DataSource(dataSourceOptions(testConfig(database.address), () => undefined)).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
    await program.close();
  });

  const leftOver = async (): Promise<string[]> => {
    const rows = await dataSource.query<{ name: string }[]>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
         where nspname = 'public' and relname not like 'migrations%' and relname not like 'PK_%' and relkind in ('r', 'S', 'v', 'i')
       union all select proname from pg_proc p join pg_namespace n on n.oid = pronamespace
         where nspname = 'public' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    );
    return rows.map(({ name }) => name).sort();
  };

  it('make what the entities say: a generated one would be empty', async () => {
    const { upQueries, downQueries } = await program.app.get(DataSource).driver.createSchemaBuilder().log();
    expect([...upQueries, ...downQueries].map(({ query }) => query)).toEqual([]);
  });

  it('that lack a column would not be empty', async () => {
    const source = program.app.get(DataSource);
    await source.query('alter table users drop column last_seen_at');
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).join()).toContain('last_seen_at');
    await source.query('alter table users add column last_seen_at timestamptz(3)');
  });

  it('go down to nothing and up again to the same', async () => {
    const before = await leftOver();
    expect(before).toContain('messages');
    for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
    expect(await leftOver()).toEqual([]);
    expect(await migrate(dataSource)).toEqual(MIGRATIONS.map(({ name }) => name));
    expect(await leftOver()).toEqual(before);
    expect(await migrate(dataSource)).toEqual([]);
  });

  it('run once when two nodes start together', async () => {
    for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
    const done = await Promise.all([migrate(dataSource), migrate(dataSource)]);
    expect(done.flat()).toEqual(MIGRATIONS.map(({ name }) => name));
  });

  it('of a newer program are refused in a sentence that says what to do', async () => {
    await dataSource.query(
      `insert into migrations (timestamp, name) values (9999999999999, 'FromTomorrow9999999999999')`,
    );
    await expect(migrate(dataSource)).rejects.toThrow(/newer Roomers.*FromTomorrow.*Start that version/u);
    await dataSource.query(`delete from migrations where name like 'FromTomorrow%'`);
    expect(await migrate(dataSource)).toEqual([]);
  });
});
