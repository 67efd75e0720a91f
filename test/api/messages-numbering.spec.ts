import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';

describe('numbers of messages', () => {
  let server: TestServer;
  let users: ChatUser[];
  let room: Room;
  let posts: string[];

  beforeAll(async () => {
    server = await TestServer.start();
    users = await server.registerAll('ann', 'bob', 'carol', 'dave');
    room = await users[0]!.createRoom();
    for (const user of users.slice(1)) await user.join(room.slug);
    const topics = await Promise.all([1, 2].map(() => users[0]!.createPost(room.id)));
    posts = [room.chatPost.id, ...topics.map(({ id }) => id)];
  });
  afterAll(() => server.stop());

  const history = async (postId: string): Promise<MessagePage> =>
    (await users[0]!.get<MessagePage>(`/api/posts/${postId}/messages?limit=200`)).body;

  it('are gapless and unrepeated with everybody writing, editing and recalling in three posts over both doors', async () => {
    const readers = await Promise.all(
      posts.flatMap((postId) => users.map(async (user) => ({ postId, reader: await Reader.open(user, postId) }))),
    );
    await Promise.all(users.map((user, index) => write(user, index)));
    for (const { postId, reader } of readers) {
      const { head, items } = await history(postId);
      await reader.reaches(head.rev);
      expect(reader.gaps).toEqual([]);
      expect(reader.list).toEqual(items);
      expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: head.lastSeq }, (_, index) => index + 1));
      const frames = reader.client.all('messages').filter((frame) => frame.postId === postId);
      for (const [index, frame] of frames.entries()) {
        expect(frame.prevRev).toBeLessThan(frame.rev);
        if (index > 0) expect(frame.prevRev).toBe(frames[index - 1]!.rev);
      }
      const revs = items.map(({ rev }) => rev);
      expect(new Set(revs).size).toBe(revs.length);
      expect(Math.max(...revs)).toBe(head.rev);
    }
    const { items } = await history(posts[0]!);
    expect(items.filter(({ state }) => state === 'recalled').length).toBeGreaterThan(0);
  });

  async function write(user: ChatUser, index: number): Promise<void> {
    const socket = await user.connect();
    const own: Message[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      const postId = posts[(turn + index) % posts.length]!;
      const wish = { clientId: randomUUID(), text: `${user.name} ${turn}` };
      if (turn % 3 === 0) own.push(await user.send(postId, wish.text, wish));
      else own.push((await socket.done('message:send', { postId, ...wish })).message);
      const old = own[Math.floor(own.length / 2)]!;
      if (turn % 5 === 4) await socket.done('message:recall', { messageId: old.id });
      else if (turn % 4 === 3) await socket.ask('message:edit', { messageId: own.at(-1)!.id, text: `edited ${turn}` });
    }
  }

  it('miss nothing for a reader who opens a post while others write: what comes before the answer counts', async () => {
    const [ann, bob] = users as [ChatUser, ChatUser];
    const topic = await ann.createPost(room.id);
    const writer = await ann.connect();
    const client = await bob.connect();
    const readers: Reader[] = [];
    const writing = Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        writer.done('message:send', { postId: topic.id, clientId: randomUUID(), text: String(index) }),
      ),
    );
    for (let count = 0; count < 10; count += 1) {
      readers.push(await Reader.open(bob, topic.id, count % 2 === 0 ? client : undefined));
      await client.done('post:close', { postId: topic.id });
    }
    await writing;
    const { head, items } = await history(topic.id);
    expect(head.lastSeq).toBe(300);
    for (const reader of readers.filter((_, index) => index % 2 === 1)) {
      await reader.reaches(head.rev);
      expect(reader.gaps).toEqual([]);
      expect(reader.list.slice(-50)).toEqual(items.slice(-50));
    }
  });

  it('are the same for a reader who was away: each changed message once, in its present state', async () => {
    const [ann, bob] = users as [ChatUser, ChatUser];
    const postId = posts[1]!;
    const reader = await Reader.open(bob, postId);
    reader.client.close();
    const sent = [await ann.send(postId, 'one'), await ann.send(postId, 'two'), await ann.send(postId, 'three')];
    await ann.patch(`/api/messages/${sent[0]!.id}`, { text: 'one, edited' });
    await ann.patch(`/api/messages/${sent[0]!.id}`, { text: 'one, edited twice' });
    await ann.post(`/api/messages/${sent[1]!.id}/recall`);
    const back = await bob.connect();
    const caught = await reader.catchUp(back);
    expect(caught.complete).toBe(true);
    expect(caught.items.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    expect(caught.items.map(({ text }) => text)).toEqual(['one, edited twice', '', 'three']);
    expect(reader.list).toEqual((await history(postId)).items);
    expect((await reader.catchUp(back)).items).toEqual([]);
  });

  it('that nobody gave mean starting afresh', async () => {
    const socket = await users[1]!.connect();
    const postId = posts[2]!;
    const { head } = await socket.done('post:open', { postId });
    expect(await socket.done('post:open', { postId, rev: head.rev })).toMatchObject({ items: [], complete: true });
    expect(await socket.done('post:open', { postId, rev: head.rev + 1 })).toMatchObject({
      items: [],
      complete: false,
      head,
    });
    for (const rev of [-1, 1.5, 2 ** 31, '1', null, {}])
      expect((await socket.askAnything('post:open', { postId, rev })).error?.code).toBe('validation_failed');
  });

  it('of too many changes mean starting afresh, too', async () => {
    const [ann, bob] = users as [ChatUser, ChatUser];
    const topic = await ann.createPost(room.id);
    const socket = await ann.connect();
    const send = () => socket.done('message:send', { postId: topic.id, clientId: randomUUID(), text: 'one of many' });
    await Promise.all(Array.from({ length: 520 }, send));
    const reader = await bob.connect();
    expect(await reader.done('post:open', { postId: topic.id, rev: 0 })).toMatchObject({ items: [], complete: false });
    const late = await reader.done('post:open', { postId: topic.id, rev: 100 });
    expect([late.complete, late.items.length]).toEqual([true, 420]);
    expect((await reader.done('post:open', { postId: topic.id })).items).toHaveLength(50);
  });

  it('page history before, after and around a message', async () => {
    const [ann] = users as [ChatUser];
    const topic = await ann.createPost(room.id);
    for (let count = 1; count <= 12; count += 1) await ann.send(topic.id, String(count));
    const seqs = async (query: string): Promise<number[]> =>
      (await ann.get<MessagePage>(`/api/posts/${topic.id}/messages?${query}`)).body.items.map(({ seq }) => seq);
    expect(await seqs('limit=3')).toEqual([10, 11, 12]);
    expect(await seqs('before=10&limit=3')).toEqual([7, 8, 9]);
    expect(await seqs('after=3&limit=3')).toEqual([4, 5, 6]);
    expect(await seqs('around=6&limit=5')).toEqual([4, 5, 6, 7, 8]);
    expect(await seqs('before=1')).toEqual([]);
    expect(await seqs('after=99')).toEqual([]);
    for (const query of ['before=1&after=2', 'before=-1', 'before=x', 'limit=201', 'before=2147483648', 'seq=1'])
      expect((await ann.get(`/api/posts/${topic.id}/messages?${query}`)).status).toBe(422);
  });
});
