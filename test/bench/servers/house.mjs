import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JwtService } from '@nestjs/jwt';
import { Client } from 'pg';
import { HttpClient } from '../load/http-client.mjs';
import { RawSocket } from '../load/raw-socket.mjs';
import { ofServer } from './roomers.mjs';

const PASSWORD = 'a lamp on the stairs';
const AT_ONCE = 50;

const PEOPLE = `
insert into users (id, username, email, display_name, created_at)
select gen_random_uuid(), 'person' || n, 'person' || n || '@example.org', 'Person ' || n, now()
from generate_series($1::int, $2::int) n returning id`;
const SESSIONS = `
insert into sessions (id, user_id, rotated_at, user_agent, ip, created_at, last_seen_at, expires_at)
select gen_random_uuid(), person, now(), '', '', now(), now(), now() + interval '30 days'
from unnest($1::uuid[]) person returning id, user_id as "userId"`;
const MEMBERS = `
insert into room_members (room_id, user_id, role, joined_at) select room, person, 'member', now()
from unnest($1::uuid[]) room, unnest($2::uuid[]) person on conflict do nothing`;
const COUNTS = `
update rooms r set member_count = (select count(*) from room_members m where m.room_id = r.id and m.left_at is null)
where id = any($1)`;
const MESSAGES = `
insert into messages (id, post_id, seq, rev, author_id, client_id, kind, text, created_at)
select gen_random_uuid(), $1, n, n, $2, gen_random_uuid(), 'text', rpad('Message ' || n || ' ', 100, 'abcdefghij'), now()
from generate_series((select last_seq + 1 from post_heads where post_id = $1), $3::int) n`;
const HEAD = `update post_heads set last_seq = $2, rev = $2, active_at = now() where post_id = $1`;

/** A running Roomers with people, rooms and posts. People and old messages come by SQL: their making is not what is measured. */
export class House {
  #people = [];

  constructor(program, database, jwt) {
    Object.assign(this, { program, database, jwt });
    this.http = new HttpClient(program.address);
  }

  static async open(program, dataDir) {
    const [{ embeddedAddress }, { deriveKey }] = await Promise.all([
      ofServer('platform/config/database-address.js'),
      ofServer('auth/tokens.js'),
    ]);
    const database = new Client(embeddedAddress(dataDir));
    // The server takes it along when it is killed.
    database.on('error', () => undefined);
    await database.connect();
    const secret = deriveKey(readFileSync(join(dataDir, 'secret.key'), 'utf8').trim(), 'access tokens');
    const house = new House(program, database, new JwtService({ secret }));
    const account = { email: 'owner@example.org', username: 'the-owner', password: PASSWORD };
    const { sub, sid } = house.jwt.decode((await house.http.post('/api/auth/register', account)).accessToken);
    house.owner = house.#tokenOf(sub, sid);
    return house;
  }

  /** One that lasts longer than any run: the program's own last for minutes. */
  #tokenOf(sub, sid) {
    return this.jwt.sign({ sub, sid, exp: Math.floor(Date.now() / 1_000) + 36_000 });
  }

  async close() {
    this.http.close();
    await this.database.end().catch(() => undefined);
  }

  /** The first `count` people, each with a bearer token. */
  async people(count) {
    const known = this.#people.length;
    if (known < count) {
      const made = await this.database.query(PEOPLE, [known + 1, count]);
      const { rows } = await this.database.query(SESSIONS, [made.rows.map(({ id }) => id)]);
      for (const { id, userId } of rows) this.#people.push({ id: userId, token: this.#tokenOf(userId, id) });
    }
    return this.#people.slice(0, count);
  }

  /** Rooms with the same members, by the program itself. @returns the chat posts' ids and the rooms' */
  async rooms(count, members) {
    const rooms = await inParallel(count, (index) =>
      this.http.post('/api/rooms', { name: `Room ${index}` }, this.owner),
    );
    const ids = rooms.map(({ id }) => id);
    await this.database.query(MEMBERS, [ids, members.map(({ id }) => id)]);
    await this.database.query(COUNTS, [ids]);
    await this.database.query('analyze');
    return rooms.map(({ id, slug, chatPost }) => ({ id, slug, postId: chatPost.id }));
  }

  /** Brings a post to `lastSeq` messages. */
  async fill(postId, lastSeq) {
    const [{ id }] = await this.people(1);
    await this.database.query(MESSAGES, [postId, id, lastSeq]);
    await this.database.query(HEAD, [postId, lastSeq]);
    await this.database.query('vacuum analyze messages');
  }

  /** Connects people. @returns {Promise<RawSocket[]>} one socket each */
  sockets(people) {
    return inParallel(people.length, (index) => this.connect(people[index]));
  }

  connect({ token }) {
    return RawSocket.connect(this.program.address, { token, protocol: 1 });
  }

  /** So many members of a new room, each with its chat open. */
  async readers(count) {
    const people = await this.people(count);
    const [{ postId }] = await this.rooms(1, people);
    const sockets = await this.sockets(people);
    await Promise.all(sockets.map((socket) => openPost(socket, postId)));
    return { postId, sockets };
  }
}

/** @throws Error when the server refuses */
export async function openPost(socket, postId, rev) {
  const answer = await socket.ask('post:open', { postId, ...(rev !== undefined && { rev }) });
  if (!answer.ok) throw new Error(`post:open: ${answer.error.code}`);
  return answer;
}

/** Does `count` things, some at once, and keeps their order. */
export async function inParallel(count, work) {
  const done = new Array(count);
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) done[index] = await work(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}
