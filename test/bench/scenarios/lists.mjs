import { spread } from '../load/figures.mjs';
import { House } from '../servers/house.mjs';

/** The lists of somebody in few and in many rooms: whole, and what changed since. */
export async function lists({ program, dataDir, isQuick, say }) {
  const house = await House.open(program, dataDir);
  const people = await house.people(2);
  const counts = isQuick ? [10, 200] : [10, 1_000];
  const result = {};
  for (const [index, count] of counts.entries()) {
    await house.rooms(count, [people[index]]);
    result[count] = await measure(house.http, people[index].token, count, isQuick ? 10 : 40);
    for (const [what, { p50, p99 }] of Object.entries(result[count]))
      say(`${what}, ${count} rooms`, `p50 ${p50} ms, p99 ${p99} ms`);
  }
  await house.close();
  return result;
}

async function measure(http, token, count, times) {
  const { cursor, rooms } = await http.get('/api/sync', token);
  if (rooms.length < count) throw new Error(`${rooms.length} rooms instead of ${count}`);
  const paths = {
    'Room list': '/api/rooms?scope=mine',
    'Sync, all': '/api/sync',
    'Sync, nothing new': `/api/sync?since=${cursor}`,
  };
  const result = {};
  for (const [what, path] of Object.entries(paths)) {
    const taken = [];
    for (let turn = -3; turn < times; turn += 1) {
      const begun = performance.now();
      await http.bytes(path, token);
      if (turn >= 0) taken.push(performance.now() - begun);
    }
    result[what] = spread(taken);
  }
  return result;
}
