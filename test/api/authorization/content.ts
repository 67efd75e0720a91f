import type { TestServer } from '../../kit/api/test-server.js';
import { expectSoon } from '../../kit/eventually.js';

/** Tables that change by themselves or because somebody was here, whatever they were refused. */
const PASSING = ['outbox', 'migrations', 'nodes', 'sessions', 'users'];

/** What jobs still change: pictures that are processed, and rooms and posts that are cleared away. */
const UNFINISHED = `select id from attachments where state = 'processing'
  union all select id from rooms where deleted_at is not null union all select id from posts where deleted_at is not null`;

/** The tables that an act of `count` refused attempts changed: there should be none. */
export async function changesOf(server: TestServer, count: number, act: () => Promise<void>): Promise<string[]> {
  if (count === 0) return [];
  const before = await contentOf(server);
  await act();
  const after = await contentOf(server);
  return Object.keys(after).filter((table) => after[table] !== before[table]);
}

/** What every table of what people make contains, as a digest of its rows, once nothing is left to do. */
async function contentOf(server: TestServer): Promise<Record<string, string>> {
  await expectSoon(() => server.sql(UNFINISHED), []);
  const tables = await server.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const kept = tables.map(({ name }) => name).filter((name) => !PASSING.includes(name));
  const digests = kept.map(
    (name) =>
      `select '${name}' as name, md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as digest from "${name}" row`,
  );
  const rows = await server.sql<{ name: string; digest: string }>(digests.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
