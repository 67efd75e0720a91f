import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { pause, round } from '../load/figures.mjs';
import { clientIdOf, runPrefix } from '../load/message-ids.mjs';
import { House } from '../servers/house.mjs';

const MEBIBYTE = 1024 * 1024;
const FILE_BYTES = 25 * MEBIBYTE - 1024;
const PER_MESSAGE = 10;

/** Large files in and out, and photographs until everybody can see them. */
export async function files({ program, dataDir, isQuick, say }) {
  const house = await House.open(program, dataDir);
  const people = await house.people(2);
  const [room] = await house.rooms(1, people);
  const content = randomBytes(FILE_BYTES);
  const { http } = house;
  const rates = { up: [], down: [] };
  for (let turn = 0; turn < (isQuick ? 2 : 6); turn += 1) {
    const up = performance.now();
    const file = await http.upload(`/api/attachments?roomId=${room.id}`, 'file.bin', content, people[0].token);
    rates.up.push(perSecond(up));
    await share(http, room, people[0], [file.id], turn);
    const down = performance.now();
    const { length } = await http.bytes(file.url, people[1].token);
    if (length !== FILE_BYTES) throw new Error(`${length} bytes came back`);
    rates.down.push(perSecond(down));
  }
  const pictures = await photographs(house, room, people, isQuick ? 4 : 20);
  await house.close();
  const result = { uploadMbPerSecond: middle(rates.up), downloadMbPerSecond: middle(rates.down), ...pictures };
  say('A file of 25 MiB up, down', `${result.uploadMbPerSecond} and ${result.downloadMbPerSecond} MB a second`);
  say('Photographs of 12 megapixels, cleaned and with a thumbnail', `${pictures.photographsPerSecond} a second`);
  return result;
}

const perSecond = (begun) => FILE_BYTES / 1_000 / (performance.now() - begun);
const middle = (rates) => round([...rates].sort((one, other) => one - other)[Math.floor(rates.length / 2)], 0);

async function photographs({ http }, room, [author, reader], count) {
  const noise = { type: 'gaussian', mean: 120, sigma: 20 };
  const picture = await sharp({ create: { width: 4_000, height: 3_000, channels: 3, noise } })
    .jpeg()
    .toBuffer();
  const ids = [];
  const begun = performance.now();
  for (let index = 0; index < count; index += 1)
    ids.push((await http.upload(`/api/attachments?roomId=${room.id}`, 'photo.jpg', picture, author.token)).id);
  for (let at = 0; at < count; at += PER_MESSAGE)
    await share(http, room, author, ids.slice(at, at + PER_MESSAGE), 100 + at);
  while (!(await areReady(http, room, reader, ids))) await pause(50);
  const seconds = (performance.now() - begun) / 1_000;
  return { photographsPerSecond: round(count / seconds, 2), photographMb: round(picture.length / MEBIBYTE) };
}

/** @throws Error when a picture was refused */
async function areReady(http, room, { token }, ids) {
  const { items } = await http.get(`/api/posts/${room.postId}/messages`, token);
  const states = new Map(items.flatMap(({ attachments }) => attachments).map(({ id, state }) => [id, state]));
  if ([...states.values()].includes('rejected')) throw new Error('A picture was rejected');
  return ids.every((id) => states.get(id) === 'ready');
}

function share(http, { postId }, { token }, attachmentIds, index) {
  const clientId = clientIdOf(runPrefix(7), index);
  return http.post(`/api/posts/${postId}/messages`, { clientId, text: 'files', attachmentIds }, token);
}
