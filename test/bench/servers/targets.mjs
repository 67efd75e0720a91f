import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RawSocket } from '../load/raw-socket.mjs';
import { House, inParallel, openPost } from './house.mjs';
import { ofServer, startRoomers } from './roomers.mjs';
import { startServer } from './running.mjs';

const LISTENING = /Listening on (\S+)/;
const POST = '00000000-0000-7000-8000-00000000b0b0';

/**
 * What is measured, each running, each with `readers(count)`: sockets that have the same post open. The one that stores
 * promises no order: several statements are under way at once.
 * @typedef {{ name: string, keepsOrder: boolean, cpu(): { own: number, others: number }, readers(count: number): Promise<{ postId: string, sockets: import('../load/raw-socket.mjs').RawSocket[] }> }} Target
 */

/** Roomers, a bare Socket.IO and one that stores, in one run on one machine. @param {string} folder */
export async function startTargets(folder) {
  const dirs = ['roomers', 'insert'].map((name) => join(folder, name));
  for (const dir of dirs) mkdirSync(dir);
  const program = await startRoomers(dirs[0]);
  const house = await House.open(program, dirs[0]);
  const bare = await startBare();
  const { startEmbeddedPostgres } = await ofServer('launch/embedded-postgres.js');
  const database = await startEmbeddedPostgres({ dataDir: dirs[1] });
  const insert = await startServer('test/bench/servers/insert-socket-io.mjs', [database.address.host], LISTENING);
  return {
    all: [
      { name: 'roomers', keepsOrder: true, cpu: program.cpu, readers: (count) => house.readers(count) },
      { name: 'bare', keepsOrder: true, cpu: bare.cpu, readers: (count) => simpleReaders(bare.address, count) },
      { name: 'insert', keepsOrder: false, cpu: insert.cpu, readers: (count) => simpleReaders(insert.address, count) },
    ],
    async stop() {
      await house.close();
      await Promise.all([program.end(), bare.end(), insert.end()]);
      await database.stop();
    },
  };
}

/** A Socket.IO that does nothing else. */
export const startBare = () => startServer('test/bench/servers/bare-socket-io.mjs', [], LISTENING);

async function simpleReaders(address, count) {
  const sockets = await inParallel(count, () => RawSocket.connect(address));
  await Promise.all(sockets.map((socket) => openPost(socket, POST)));
  return { postId: POST, sockets };
}
