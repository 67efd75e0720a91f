import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';

async function ask(address, method, path, token, body) {
  const response = await fetch(address + path, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

export const PASSWORD = 'a lamp on the stairs';

/**
 * Rooms with the same members, connected, the first room's chat open.
 * @returns the first chat's id, one socket a member, the owner's first, and every room with its chat's id
 */
export async function furnish(address, count, names = ['Bench']) {
  const tokens = [];
  for (let index = 0; index < count; index += 1) {
    const username = `person${index}`;
    const account = { email: `${username}@example.org`, username, password: PASSWORD };
    tokens.push((await ask(address, 'POST', '/api/auth/register', undefined, account)).accessToken);
  }
  const rooms = [];
  for (const name of names) {
    const { slug, chatPost } = await ask(address, 'POST', '/api/rooms', tokens[0], { name });
    for (const token of tokens.slice(1)) await ask(address, 'PUT', `/api/rooms/${slug}/membership`, token);
    rooms.push({ slug, postId: chatPost.id });
  }
  const [{ postId }] = rooms;
  const sockets = await Promise.all(tokens.map((token) => connect(address, token)));
  for (const socket of sockets) await socket.emitWithAck('post:open', { postId });
  return { postId, sockets, rooms };
}

async function connect(address, token) {
  const socket = io(address, { transports: ['websocket'], auth: { token, protocol: 1 }, forceNew: true });
  await new Promise((done, fail) => socket.once('connect', done).once('connect_error', fail));
  return socket;
}

/** Sends a message, of 100 bytes unless told; resolves when it is acknowledged, and so committed. */
export async function send(socket, postId, text) {
  const clientId = randomUUID();
  const wish = { postId, clientId, text: text ?? clientId.padEnd(100, 'x') };
  const answer = await socket.emitWithAck('message:send', wish);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.message;
}
