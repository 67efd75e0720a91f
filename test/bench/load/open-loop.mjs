import { clientIdOf, eachIndex, runPrefix } from './message-ids.mjs';
import { pause, spread } from './figures.mjs';

const BODY = 'x'.repeat(100);
/** After the last send: so long a message may still come; later is lost. */
const PATIENCE_MS = 3_000;
let runs = Date.now() % 0xff_ffff;

/**
 * One sender, all sockets reading: sends at a fixed rate whatever becomes of the messages, and counts from when each was
 * to be sent. A message that does not come is infinitely late.
 * @param {{ postId: string, sockets: import('./raw-socket.mjs').RawSocket[] }} readers
 * @param {{ rate: number, seconds: number }} load messages a second
 * @returns {Promise<{ rate: number, deliveries: number, lost: number, twice: number, disordered: number, refused: number, p50: number, p95: number, p99: number }>}
 */
export async function openLoop({ postId, sockets }, { rate, seconds }) {
  const total = Math.round(rate * seconds);
  const prefix = runPrefix(++runs);
  const dueAt = new Float64Array(total);
  const late = new Float64Array(total * sockets.length).fill(Infinity);
  const result = { rate, deliveries: 0, lost: 0, twice: 0, disordered: 0, refused: 0 };
  sockets.forEach((socket, reader) => {
    let last = -1;
    socket.onEvent = (frame) => {
      const now = performance.now();
      eachIndex(frame, prefix, (index) => {
        const place = reader * total + index;
        if (late[place] !== Infinity) result.twice += 1;
        else result.deliveries += 1;
        if (index < last) result.disordered += 1;
        last = index;
        late[place] = now - dueAt[index];
      });
    };
  });
  const note = (answer) => (result.refused += answer.ok ? 0 : 1);
  await onSchedule(total, rate, dueAt, (index) =>
    sockets[0].tell('message:send', { postId, clientId: clientIdOf(prefix, index), text: BODY }, note),
  );
  const end = performance.now() + PATIENCE_MS;
  while (result.deliveries < late.length && performance.now() < end) await pause(20);
  for (const socket of sockets) socket.onEvent = () => undefined;
  result.lost = late.length - result.deliveries;
  return { ...result, ...spread(late) };
}

/** Calls `send` for each index when it is due, as near as timers allow; those that are overdue at once. */
async function onSchedule(total, rate, dueAt, send) {
  const begun = performance.now();
  for (let index = 0; index < total; index += 1) dueAt[index] = begun + (index * 1_000) / rate;
  for (let index = 0; index < total;) {
    while (index < total && dueAt[index] <= performance.now()) send(index++);
    await pause(1);
  }
}
