import { afterAll, beforeAll, expect, it, describe } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Message } from '#contracts/message.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';

const STORED = 5_000;
const TIMES = 20;
/** What writing has to do with. */
const TABLES = [
  'messages',
  'message_keys',
  'post_heads',
  'posts',
  'read_marks',
  'attachments',
  'room_members',
  'users',
];

interface Work {
  /** Rows of all tables that were read. */
  read: number;
  /** Rows of `messages` that were written. */
  written: number;
}

/** When the database looked how much there is, and of which tables and which ways to write it then reads only a few rows. */
const STATES = [
  // Files are found by their ids once it has looked, which it does by itself within a minute.
  { counted: 'never', tables: TABLES, ways: ['to send', 'to send with a quote', 'to edit', 'to recall'] },
  {
    counted: 'now',
    tables: TABLES,
    ways: ['to send', 'to send with a quote', 'to send with a file', 'to edit', 'to recall'],
  },
  { counted: 'while the house was small', tables: ['messages'], ways: ['to send'] },
];

// The database chooses a way for a statement once, by what it has counted.
describe.each(STATES)('what is read to write a message, counted $counted', ({ counted: when, tables, ways }) => {
  let server: TestServer;
  let ann: ChatUser;
  let postId: string;
  const messages: Message[] = [];

  beforeAll(async () => {
    server = await TestServer.start({ DATABASE_POOL_SIZE: '3' });
    ann = await server.register('ann');
    postId = (await ann.createRoom()).chatPost.id;
    if (when === 'while the house was small') await server.sql('vacuum analyze');
    for (let count = 0; count < 60; count += 1) messages.push(await ann.send(postId));
    await grow();
    if (when === 'now') await server.sql('analyze');
  }, 60_000);
  afterAll(() => server.stop());

  /** A long post, and many others with a file each. */
  async function grow(): Promise<void> {
    await server.sql(
      `with head as (update post_heads set last_seq = last_seq + $2, rev = rev + $2 where post_id = $1 returning *)
       insert into messages (id, post_id, seq, rev, author_id, kind, text, created_at)
       select uuidv7(), post_id, last_seq - n, rev - n, $3, 'text', 'x', now() from head, generate_series(0, $2 - 1) n`,
      [postId, STORED, ann.id],
    );
    await server.sql(
      `with others as (
         insert into posts (id, room_id, slug, kind, title, author_id, created_at)
         select uuidv7(), p.room_id, 'post-' || n, 'topic', 'x', p.author_id, now()
         from posts p, generate_series(1, $2) n where p.id = $1 returning *
       ), heads as (
         insert into post_heads (post_id, room_id, active_at) select id, room_id, now() from others
       )
       insert into attachments (id, room_id, uploader_id, name, mime, size, state, created_at)
       select uuidv7(), room_id, author_id, 'a.txt', 'text/plain', 1, 'ready', now() from others`,
      [postId, STORED],
    );
  }

  /** Once so much has been written: a backend tells what it did when it has been idle for ten seconds. */
  async function countedAfter(least: number): Promise<Work> {
    return eventually(async () => {
      const work = await counted();
      expect(work.written).toBeGreaterThanOrEqual(least);
      return work;
    });
  }

  async function counted(): Promise<Work> {
    const [work] = await server.sql<Work>(
      `select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read,
         (sum(n_tup_ins + n_tup_upd) filter (where relname = 'messages'))::int as written
       from pg_stat_user_tables where relname = any($1)`,
      [tables],
    );
    return work ?? { read: 0, written: 0 };
  }

  async function anAttachment(): Promise<string> {
    const [row] = await server.sql<{ id: string }>('select id from attachments where message_id is null limit 1');
    return row!.id;
  }

  const WAYS: [string, (time: number) => Promise<unknown>][] = [
    ['to send', () => ann.send(postId)],
    ['to send with a quote', (time) => ann.send(postId, 'so', { replyToId: messages[time]!.id })],
    [
      'to send with a file',
      async () =>
        body(
          ann.post(`/api/posts/${postId}/messages`, {
            clientId: randomUUID(),
            text: '',
            attachmentIds: [await anAttachment()],
          }),
        ),
    ],
    ['to edit', (time) => body(ann.patch(`/api/messages/${messages[time]!.id}`, { text: 'edited' }))],
    ['to recall', (time) => body(ann.post(`/api/messages/${messages[time]!.id}/recall`))],
  ];

  it.each(WAYS.filter(([what]) => ways.includes(what)))('is a few rows %s', async (_, write) => {
    const before = await countedAfter(0);
    for (let time = 0; time < TIMES; time += 1) await write(time);
    const after = await countedAfter(before.written + TIMES);
    expect((after.read - before.read) / TIMES).toBeLessThan(40);
  });
});
