import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pause, round } from '../load/figures.mjs';
import { Follower } from '../load/follower.mjs';
import { clientIdOf, runPrefix } from '../load/message-ids.mjs';
import { House, inParallel } from '../servers/house.mjs';
import { startRoomers } from '../servers/roomers.mjs';

const POSTS = 40;
const MESSAGES = 5;
const PATIENCE_MS = 120_000;

/** Everybody at once: coming in, and coming back after the server was killed while there is something new to read. */
export async function storms({ folder, isQuick, say }) {
  const result = {};
  for (const count of isQuick ? [200] : [500, 3_000]) {
    const dataDir = join(folder, `storm-${count}`);
    mkdirSync(dataDir);
    result[count] = await storm(dataDir, count);
    const { joinMs, backMs, startMs, lost, twice, disordered } = result[count];
    say(`${count} clients come at once`, `all have their post after ${joinMs} ms`);
    say(
      `${count} clients come back after a kill`,
      `all whole ${backMs} ms after the kill, ${startMs} of them the start; ${lost} lost, ${twice} twice, ${disordered} out of order`,
    );
  }
  return result;
}

async function storm(dataDir, count) {
  const first = await startRoomers(dataDir);
  const house = await House.open(first, dataDir);
  const people = await house.people(count);
  const rooms = await house.rooms(POSTS, people);
  const followers = people.map(({ token }, index) => new Follower(first.address, token, rooms[index % POSTS].postId));
  const begun = performance.now();
  await Promise.all(followers.map((follower) => follower.come()));
  const joinMs = Math.round(performance.now() - begun);
  const killed = performance.now();
  await first.end('SIGKILL');
  for (const follower of followers) follower.comeBack();
  const second = await startRoomers(dataDir, Number(new URL(first.address).port));
  await write(followers, rooms);
  const isWhole = () => followers.every((follower) => follower.lastSeq === 1 + MESSAGES);
  while (!isWhole() && performance.now() < killed + PATIENCE_MS) await pause(20);
  const backMs = Math.round(performance.now() - killed);
  const sum = (of) => followers.reduce((total, follower) => total + of(follower), 0);
  const lost = sum(({ lastSeq }) => 1 + MESSAGES - lastSeq);
  for (const follower of followers) follower.end();
  await house.close();
  await second.end();
  const faults = { lost, twice: sum(({ twice }) => twice), disordered: sum(({ disordered }) => disordered) };
  return { joinMs, backMs, startMs: round(second.startMs, 0), ...faults };
}

/** One of the first that are back in each post writes, while the others still come. */
async function write(followers, rooms) {
  await inParallel(rooms.length, async (room) => {
    const prefix = runPrefix(room + 1);
    for (let index = 0; index < MESSAGES; index += 1) await followers[room].say(clientIdOf(prefix, index));
  });
}
