import { pause, round } from '../load/figures.mjs';
import { RawSocket } from '../load/raw-socket.mjs';
import { House, inParallel } from '../servers/house.mjs';
import { startRoomers } from '../servers/roomers.mjs';
import { startBare } from '../servers/targets.mjs';

const ROOMS = 20;
const SETTLE_MS = 10_000;
/** What the first sockets of a process take is not the sockets'. */
const FIRST = 100;

/**
 * Memory that an idle socket of a member of 20 rooms takes, beside one of a bare Socket.IO in 20 rooms. Each count in
 * fresh processes: what others left behind would be taken up again.
 */
export async function idleSockets({ dataDir, isQuick, say }) {
  const counts = isQuick ? [500] : [500, 2_000, 5_000];
  const people = await furnish(dataDir, counts.at(-1));
  const result = {};
  for (const count of counts) {
    const [roomers, bare] = await Promise.all([
      perSocket(await startRoomers(dataDir), count, ({ address }, index) =>
        RawSocket.connect(address, { token: people[index].token, protocol: 1 }),
      ),
      perSocket(await startBare(), count, ({ address }) => RawSocket.connect(address, { rooms: NAMES })),
    ]);
    result[count] = { roomers, bare, ratio: round(roomers / bare, 2) };
    say(`Memory of an idle socket, ${count} of them`, `${roomers} KB, bare Socket.IO ${bare} KB`);
  }
  return result;
}

const NAMES = Array.from({ length: ROOMS }, (_, index) => `room ${index}`);

async function furnish(dataDir, count) {
  const program = await startRoomers(dataDir);
  const house = await House.open(program, dataDir);
  const people = await house.people(count);
  await house.rooms(ROOMS, people);
  await house.close();
  await program.end();
  return people;
}

async function perSocket(server, count, connect) {
  const first = await inParallel(FIRST, (index) => connect(server, index));
  for (const socket of first) socket.close();
  const before = await settled(server);
  const sockets = await inParallel(count, (index) => connect(server, index));
  const after = await settled(server);
  for (const socket of sockets) socket.close();
  await server.end();
  return round(((after - before) * 1024) / count);
}

async function settled(server) {
  await pause(SETTLE_MS);
  return server.memory().own;
}
