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

/** A room with its members connected and its chat open. @returns the post's id and one socket a member, the owner's first */
export async function furnish(address, count) {
  const tokens = [];
  for (let index = 0; index < count; index += 1) {
    const username = `person${index}`;
    const account = { email: `${username}@example.org`, username, password: 'a lamp on the stairs' };
    tokens.push((await ask(address, 'POST', '/api/auth/register', undefined, account)).accessToken);
  }
  const room = await ask(address, 'POST', '/api/rooms', tokens[0], { name: 'Bench' });
  for (const token of tokens.slice(1)) await ask(address, 'PUT', `/api/rooms/${room.slug}/membership`, token);
  const postId = room.chatPost.id;
  const sockets = await Promise.all(tokens.map((token) => connect(address, token)));
  for (const socket of sockets) await socket.emitWithAck('post:open', { postId });
  return { postId, sockets };
}

async function connect(address, token) {
  const socket = io(address, { transports: ['websocket'], auth: { token, protocol: 1 }, forceNew: true });
  await new Promise((done, fail) => socket.once('connect', done).once('connect_error', fail));
  return socket;
}

/** Sends a message of 100 bytes; resolves when it is acknowledged, and so committed. */
export async function send(socket, postId) {
  const clientId = randomUUID();
  const answer = await socket.emitWithAck('message:send', { postId, clientId, text: clientId.padEnd(100, 'x') });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.message;
}
