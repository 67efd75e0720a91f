import { createHmac, randomUUID } from 'node:crypto';
import { SECRET_KEY } from './nodes.mjs';

/** Posts of one room; each of its members reads all of them. */
const POSTS_OF_A_ROOM = 2;
const READERS = 10;
const DAY_SECONDS = 86_400;

/**
 * People with sessions, written straight into the database: hashing their passwords would take longer than the run.
 * Then rooms of ten members and two posts, made over HTTP.
 * @returns {Promise<{ people: object[], posts: string[] }>} each person `{ id, token, roomId, postIds }`
 */
export async function furnish(house, count) {
  const { deriveKey } = await import('../../dist/server/auth/tokens.js');
  const key = deriveKey(SECRET_KEY, 'access tokens');
  const people = Array.from({ length: count }, (_, index) => makePerson(index, key));
  await storePeople(house.database, people);
  const rooms = [];
  for (let first = 0; first < people.length; first += READERS) rooms.push(people.slice(first, first + READERS));
  await Promise.all(rooms.map((members, index) => makeRoom(house.address, `Room ${index + 1}`, members)));
  return { people, posts: rooms.flatMap(([owner]) => owner.postIds) };
}

function makePerson(index, key) {
  const [id, sessionId] = [randomUUID(), randomUUID()];
  const exp = Math.floor(Date.now() / 1_000) + DAY_SECONDS;
  return { id, sessionId, username: `person${index}`, token: sign({ sub: id, sid: sessionId, exp }, key) };
}

function sign(claims, key) {
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
}

async function storePeople(database, people) {
  await database.query(
    `with people as (select * from json_to_recordset($1) as t (id uuid, "sessionId" uuid, username text)),
     users as (
       insert into users (id, username, email, display_name, role, created_at)
       select id, username, username || '@example.org', username, 'member', now() from people returning id
     ), profiles as (insert into profiles (user_id) select id from users)
     insert into sessions (id, user_id, rotated_at, user_agent, ip, created_at, last_seen_at, expires_at)
     select p."sessionId", u.id, now(), 'chaos', '127.0.0.1', now(), now(), now() + interval '30 days'
     from people p join users u on u.id = p.id`,
    [JSON.stringify(people)],
  );
}

async function makeRoom(address, name, [owner, ...others]) {
  const room = await ask(address, owner, 'POST', '/api/rooms', { name });
  const postIds = [room.chatPost.id];
  while (postIds.length < POSTS_OF_A_ROOM)
    postIds.push((await ask(address, owner, 'POST', `/api/rooms/${room.slug}/posts`, { title: 'Topic' })).id);
  for (const person of others) await ask(address, person, 'PUT', `/api/rooms/${room.slug}/membership`);
  for (const person of [owner, ...others]) Object.assign(person, { roomId: room.id, postIds });
}

/** Asks over HTTP. @throws Error when it is refused */
export async function ask(address, { token }, method, path, body) {
  const isForm = body instanceof FormData;
  const headers = { authorization: `Bearer ${token}`, ...(body && !isForm && { 'content-type': 'application/json' }) };
  const content = isForm ? body : body && JSON.stringify(body);
  const response = await fetch(address + path, { method, headers, body: content, signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
