import { spread } from '../load/figures.mjs';
import { House } from '../servers/house.mjs';
import { ofServer } from '../servers/roomers.mjs';

const WORDS = [
  '机器学习',
  '重庆',
  'Café',
  '旅行',
  'Machine',
  '银行',
  'Zürich',
  '音乐',
  'Garden',
  '历史',
  'Łódź',
  '数学',
];
const QUERIES = ['jqxx', 'jiqi', 'cafe', '学习', 'zur gar', 'nothing at all'];

/** Rooms like one that the program made, with their chat: it would make them one by one. */
const COPIES = `
with made as (select gen_random_uuid() as id, gen_random_uuid() as chat, 'copy-' || n as slug from generate_series(1, $2::int) n),
room as (insert into rooms (id, slug, name, about, visibility, kind, owner_id, chat_post_id, member_count, created_at)
  select made.id, made.slug, r.name, r.about, r.visibility, r.kind, r.owner_id, made.chat, 0, r.created_at from rooms r, made where r.id = $1
  returning id, slug),
post as (insert into posts (id, room_id, slug, kind, title, about, author_id, state, created_at)
  select made.chat, made.id, p.slug, p.kind, p.title, p.about, p.author_id, p.state, p.created_at
  from posts p, made where p.room_id = $1),
head as (insert into post_heads (post_id, room_id, active_at) select chat, id, now() from made)
select id, slug from room`;

const NAME = {
  rooms: `update rooms r set name = given.name, search_key = given.key, sort_key = given.sort
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as given (id, name, key, sort) where r.id = given.id`,
  users: `update users u set display_name = given.name, search_key = given.key, sort_key = given.sort
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as given (id, name, key, sort) where u.id = given.id`,
};

/** Part of a name among many rooms and people, by letters, pinyin and initials. */
export async function search({ program, dataDir, isQuick, say }) {
  const house = await House.open(program, dataDir);
  const count = isQuick ? 1_000 : 5_000;
  const { searchKeyOf } = await ofServer('platform/names/search-key.js');
  const { sortKeyOf } = await ofServer('platform/names/sort-key.js');
  const people = await house.people(count);
  const rooms = await copies(house, count);
  for (const [table, rows] of Object.entries({ rooms, users: people })) {
    const names = rows.map((_, index) => nameOf(index));
    const keys = names.map((name, index) => searchKeyOf(name, rows[index].slug ?? `person${index + 1}`));
    await house.database.query(NAME[table], [rows.map(({ id }) => id), names, keys, names.map(sortKeyOf)]);
  }
  await house.database.query('vacuum analyze');
  const result = {};
  const lists = { rooms: ['/api/rooms', people[0].token], people: ['/api/users', people[0].token] };
  const all = { ...lists, 'people, by admins': ['/api/admin/users', house.owner] };
  for (const [what, [path, token]] of Object.entries(all)) {
    result[what] = await measure(house.http, path, token, isQuick ? 10 : 40);
    say(`Part of a name among ${count} ${what}`, `p50 ${result[what].p50} ms, p95 ${result[what].p95} ms`);
  }
  await house.close();
  return result;
}

async function copies(house, count) {
  const [{ id }] = await house.rooms(1, []);
  return (await house.database.query(COPIES, [id, count])).rows;
}

function nameOf(index) {
  const word = (step) => WORDS[Math.floor(index / step) % WORDS.length];
  return `${word(1)} ${word(WORDS.length)} ${index}`;
}

async function measure(http, path, token, times) {
  const taken = [];
  for (let turn = -3; turn < times; turn += 1) {
    for (const query of QUERIES) {
      const begun = performance.now();
      const { items } = await http.get(`${path}?q=${encodeURIComponent(query)}`, token);
      if (turn >= 0) taken.push(performance.now() - begun);
      if (items.length > 0 !== (query !== QUERIES.at(-1)))
        throw new Error(`${items.length} found by ${query} in ${path}`);
    }
  }
  return spread(taken);
}
