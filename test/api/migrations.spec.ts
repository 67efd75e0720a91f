import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../../server/database/data-source.options.js';
import { migrate } from '../../server/database/migrate.js';
import { OneTagAName1796050100000 } from '../../server/database/migrations/1796050100000-one-tag-a-name.js';
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

  it('make one of tags whose names are one in the database’s lower case, and take away those without posts', async () => {
    const ids = ['1', '2', '3', '4'].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`);
    const [user, room, post] = ids;
    await dataSource.query(
      `insert into users (id, email, username, display_name, role, status, created_at) values ($1, 'a', 'a', 'a', 'member', 'active', now())`,
      [user],
    );
    await dataSource.query(
      `insert into rooms (id, slug, name, visibility, owner_id, chat_post_id, created_at) values ($1, 'a', 'a', 'public', $2, $3, now())`,
      [room, user, post],
    );
    await dataSource.query(
      `insert into posts (id, room_id, slug, kind, title, author_id, created_at) values ($1, $2, 'a', 'topic', 'a', $3, now())`,
      [post, room, user],
    );
    const keys = ['οδος', 'οδοσ', 'i̇', 'unused'];
    await dataSource.query(
      `insert into tags (id, name, key) select * from unnest($1::uuid[], $2::text[], $3::text[])`,
      [ids, ['ΟΔΟΣ', 'οδοσ', 'İ', 'Unused'], keys],
    );
    await dataSource.query(
      `insert into post_tags (post_id, tag_id, position) select $1, id, 0 from tags where key <> 'unused'`,
      [post],
    );
    const runner = dataSource.createQueryRunner();
    await new OneTagAName1796050100000().up(runner);
    await runner.release();
    const rows = await dataSource.query<object[]>(
      `select name, key = lower(name) as "isKey", post_id as post from tags t left join post_tags pt on pt.tag_id = t.id order by t.id`,
    );
    expect(rows).toEqual(['ΟΔΟΣ', 'İ'].map((name) => ({ name, isKey: true, post })));
    await dataSource.query('truncate users, rooms, posts, tags cascade');
  });

  it('run once when two nodes start together', async () => {
    for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
    const done = await Promise.all([migrate(dataSource), migrate(dataSource)]);
    expect(done.flat()).toEqual(MIGRATIONS.map(({ name }) => name));
  });

  it('may take longer than other statements', async () => {
    class Slow9000000000000 {
      up = (runner: QueryRunner): Promise<unknown> => runner.query('select pg_sleep(1)');
      down = (): Promise<void> => Promise.resolve();
    }
    const usual = dataSourceOptions(testConfig(database.address), () => undefined);
    const extra = { ...(usual.extra as object), statement_timeout: 500 };
    const impatient = await new DataSource({ ...usual, migrations: [Slow9000000000000], extra }).initialize();
    await expect(impatient.query('select pg_sleep(1)')).rejects.toThrow('statement timeout');
    expect(await migrate(impatient)).toEqual(['Slow9000000000000']);
    await expect(impatient.query('select pg_sleep(1)')).rejects.toThrow('statement timeout');
    await dataSource.query(`delete from migrations where name like 'Slow%'`);
    await impatient.destroy();
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
