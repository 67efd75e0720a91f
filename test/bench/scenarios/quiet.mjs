import { clientIdOf, eachIndex, runPrefix } from '../load/message-ids.mjs';
import { pause, spread } from '../load/figures.mjs';
import { House } from '../servers/house.mjs';

const READERS = 50;
const BETWEEN_MS = 100;

/** One message in an otherwise silent server: from its send to its last reader. */
export async function quiet({ program, dataDir, isQuick, say }) {
  const house = await House.open(program, dataDir);
  const readers = await house.readers(READERS);
  const prefix = runPrefix(1);
  const times = [];
  for (let index = 0; index < (isQuick ? 40 : 200); index += 1) {
    await pause(BETWEEN_MS);
    times.push(
      await toLastReader(readers, clientIdOf(prefix, index), (frame, found) => eachIndex(frame, prefix, found)),
    );
  }
  for (const socket of readers.sockets) socket.close();
  await house.close();
  const result = { readers: READERS, ...spread(times) };
  say(`One message to ${READERS} readers, otherwise silent`, `p50 ${result.p50} ms, p99 ${result.p99} ms`);
  return result;
}

async function toLastReader({ postId, sockets }, clientId, eachFound) {
  const begun = performance.now();
  const heard = sockets.map(
    (socket) =>
      new Promise((done) => {
        socket.onEvent = (frame) => eachFound(frame, done);
      }),
  );
  sockets[0].tell('message:send', { postId, clientId, text: 'x'.repeat(100) }, () => undefined);
  await Promise.all(heard);
  return performance.now() - begun;
}
