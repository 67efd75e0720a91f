// A first look at speed and memory on this computer: npm run bench, or npm run bench -- client for what a browser waits for
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureClient } from './client.mjs';
import { furnish, send } from './people.mjs';
import { startProgram } from './program.mjs';

const PEOPLE = 50;
const IN_FLIGHT = 20;
const BUSY_MS = 5_000;
const QUIET_MESSAGES = 100;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);

/** One message at a time: from its send to its last reader. */
async function quiet({ postId, sockets }) {
  const times = [];
  for (let count = 0; count < QUIET_MESSAGES; count += 1) {
    const begun = performance.now();
    const heard = sockets.map((socket) => new Promise((done) => socket.once('messages', done)));
    await Promise.all([send(sockets[0], postId), ...heard]);
    times.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, 20));
  }
  times.sort((one, other) => one - other);
  return `p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`;
}

/** Everybody sends as fast as acknowledgements come; readers must see every number once and in order. */
async function busy({ postId, sockets }) {
  let [acknowledged, seen, isOver] = [0, 0, false];
  let last;
  sockets[0].on('messages', ({ items }) => {
    for (const { seq } of items) {
      if (last !== undefined && seq !== last + 1) throw new Error(`#${seq} came after #${last}`);
      last = seq;
      seen += 1;
    }
  });
  setTimeout(() => (isOver = true), BUSY_MS);
  const lane = async (socket) => {
    for (; !isOver; acknowledged += 1) await send(socket, postId);
  };
  await Promise.all(sockets.flatMap((socket) => Array.from({ length: IN_FLIGHT }, () => lane(socket))));
  await new Promise((done) => setTimeout(done, 1_000));
  if (seen !== acknowledged) throw new Error(`${acknowledged} acknowledged, ${seen} seen`);
  return `${Math.round(acknowledged / (BUSY_MS / 1_000))} a second, every one seen once and in order`;
}

/** What the server does. */
async function measureServer(folder, say) {
  const first = await startProgram(folder);
  say('Start with an empty data folder', `${first.milliseconds.toFixed(0)} ms`);
  await first.stop();
  const program = await startProgram(folder);
  say('Start with data', `${program.milliseconds.toFixed(0)} ms`);
  await new Promise((done) => setTimeout(done, 5_000));
  say('Memory of app and database, idle (PSS)', `${program.megabytes().toFixed(0)} MB`);
  const room = await furnish(program.address, PEOPLE);
  say(`One message to ${PEOPLE} readers, otherwise silent`, await quiet(room));
  say(`Acknowledged sends, ${PEOPLE} senders with ${IN_FLIGHT} in flight, one post`, await busy(room));
  say('Memory of app and database afterwards (PSS)', `${program.megabytes().toFixed(0)} MB`);
  for (const socket of room.sockets) socket.close();
  await program.stop();
}

/** What the browser shows. */
async function measureBrowser(folder, say) {
  const program = await startProgram(folder);
  await measureClient(program.address, join(folder, 'profile'), say);
  await program.stop();
}

const folder = mkdtempSync(join(tmpdir(), 'roomers-bench-'));
const say = (what, figure) => console.log(`${what.padEnd(52)} ${figure}`);
try {
  await (process.argv.includes('client') ? measureBrowser : measureServer)(folder, say);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
