import { spread } from '../load/figures.mjs';
import { measureConsole } from '../people-console.mjs';
import { House } from '../servers/house.mjs';
import { ofServer } from '../servers/roomers.mjs';

const GIVEN = ['Hanna', '王磊', 'Łukasz', '林晓雨', 'Inês', 'Dev', '陈思思', 'Zoë', 'Priya', '刘洋'];
const FAMILY = ['Lindqvist', '张', 'Nowak', 'Ávila', 'Kapoor', '欧阳', 'Olsen', 'Raman', 'Duarte', 'Öz'];
const SORTS = ['name', 'created', 'lastSeen'];
const ORDERS = ['asc', 'desc'];
const FILTERS = [
  ...['', 'role=admin', 'status=active', 'status=invited', 'status=deactivated'],
  ...['q=wang', 'q=lin', 'q=example.org', 'q=nobody at all'],
];
/** As many as the console asks for, and how far one scrolls in each list. */
const PAGE = 100;
const PAGES = 6;

/** As in an organisation that has grown: some admins, one in twenty invited or deactivated, seen at any time or never. */
const VARY = `update users u set display_name = given.name, search_key = given.key, sort_key = given.sort,
  role = case when n % 200 = 0 then 'admin' else 'member' end,
  status = case n % 20 when 1 then 'deactivated' when 2 then 'invited' else 'active' end,
  last_seen_at = case when n % 20 <> 2 then now() - n * interval '7 minutes' end, created_at = now() - n * interval '1 hour'
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) with ordinality as given (id, name, key, sort, n) where u.id = given.id`;

/** The console's list of many people: how soon the server gives a page of it, and how long the browser is at one task. */
export async function manyPeople({ program, dataDir, isQuick, say }) {
  const house = await House.open(program, dataDir);
  const count = isQuick ? 1_000 : 10_000;
  await moveIn(house, count);
  const { p50, p95, p99, asked } = await pages(house);
  say(`A page of ${count} people, ${asked} asked for`, `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`);
  const seen = await measureConsole(program.address, { count, say });
  await house.close();
  return { count, p50, p95, p99, ...seen };
}

async function moveIn(house, count) {
  const { searchKeyOf } = await ofServer('platform/names/search-key.js');
  const { sortKeyOfPerson } = await ofServer('platform/names/sort-key.js');
  const people = await house.people(count);
  const names = people.map((_, index) => nameOf(index));
  const keys = names.map((name, index) => searchKeyOf(name, `person${index + 1}`));
  await house.database.query(VARY, [people.map(({ id }) => id), names, keys, names.map(sortKeyOfPerson)]);
  await house.rooms(10, people);
  await house.database.query('vacuum analyze');
}

function nameOf(index) {
  const part = (words, step) => words[Math.floor(index / step) % words.length];
  return `${part(GIVEN, 1)} ${part(FAMILY, GIVEN.length)} ${index}`;
}

async function pages({ http, owner }) {
  const taken = [];
  for (const filter of FILTERS)
    for (const sort of SORTS)
      for (const order of ORDERS) {
        const first = `/api/admin/users?${encodeURI(filter)}&sort=${sort}&order=${order}&limit=${PAGE}`;
        let path = first;
        for (let page = 0; page < PAGES && path !== undefined; page += 1) {
          const begun = performance.now();
          const { nextCursor } = await http.get(path, owner);
          taken.push(performance.now() - begun);
          path = nextCursor && `${first}&cursor=${encodeURIComponent(nextCursor)}`;
        }
      }
  return { asked: taken.length, ...spread(taken) };
}
