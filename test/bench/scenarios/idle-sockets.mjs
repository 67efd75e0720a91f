import { pause, round } from '../load/figures.mjs';
import { RawSocket } from '../load/raw-socket.mjs';
import { House, inParallel } from '../servers/house.mjs';
import { startBare } from '../servers/targets.mjs';

const ROOMS = 20;
const SETTLE_MS = 5_000;

/** Memory that an idle socket of a member of 20 rooms takes, beside one of a bare Socket.IO in 20 rooms. */
export async function idleSockets({ program, dataDir, isQuick, say }) {
  const counts = isQuick ? [500] : [500, 2_000, 5_000];
  const house = await House.open(program, dataDir);
  const bare = await startBare();
  const people = await house.people(counts.at(-1));
  await house.rooms(ROOMS, people);
  const names = Array.from({ length: ROOMS }, (_, index) => `room ${index}`);
  const sides = [
    { name: 'roomers', server: program, connect: (index) => house.connect(people[index]) },
    { name: 'bare', server: bare, connect: () => RawSocket.connect(bare.address, { rooms: names }) },
  ];
  const result = {};
  // What the first sockets of a process take is not the sockets'.
  for (const side of sides) await close(await inParallel(100, side.connect));
  for (const count of counts) {
    result[count] = {};
    for (const side of sides) result[count][side.name] = await perSocket(side, count);
    const { roomers, bare: other } = result[count];
    result[count].ratio = round(roomers / other, 2);
    say(`Memory of an idle socket, ${count} of them`, `${roomers} KB, bare Socket.IO ${other} KB`);
  }
  await house.close();
  await bare.end();
  return result;
}

async function perSocket({ server, connect }, count) {
  const before = await settled(server);
  const sockets = await inParallel(count, connect);
  const after = await settled(server);
  await close(sockets);
  return round(((after - before) * 1024) / count);
}

async function settled(server) {
  await pause(SETTLE_MS);
  return server.memory().own;
}

async function close(sockets) {
  for (const socket of sockets) socket.close();
  await pause(SETTLE_MS);
}
