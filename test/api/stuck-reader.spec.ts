import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';

/** As long as a message may be: 40 kB on the wire. */
const LONG = '😀'.repeat(10_000);
const MOST_WAITING_BYTES = 8 * 1024 * 1024;
const CATCH_UP_BYTES = 2 * 1024 * 1024;
/** What a catch-up may hold of them, and half as many again. */
const [FEW, MANY] = [50, 75];
/** Catch-ups that nobody reads, and what their answers would take. */
const ASKED = 400;
const ASKED_MIB = (ASKED * FEW * 40_000) / 1024 / 1024;

describe('a client that does not read', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
  });

  async function send(socket: ChatClient, count: number, text = LONG): Promise<number> {
    const wish = () => ({ postId: room.chatPost.id, clientId: randomUUID(), text });
    const answers = await Promise.all(Array.from({ length: count }, () => socket.done('message:send', wish())));
    return answers.at(-1)!.message.rev;
  }

  /** For how many bytes each that was cut off had let wait. */
  function cutOffs(): number[] {
    const lines = server.log.split('\n').filter((line) => line.includes('is cut off'));
    return lines.map((line) => (JSON.parse(line) as { bytes: number }).bytes);
  }

  /** Waits until one more than before was. */
  async function cutOff(): Promise<void> {
    const before = cutOffs().length;
    await eventually(() => expect(cutOffs().length).toBe(before + 1), 40_000);
  }

  /** MiB of memory that the program holds. */
  function memory(): number {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))!;
    return Number(kilobytes) / 1024;
  }

  /** What the program holds at most while something is done. */
  async function peakDuring(work: Promise<unknown>): Promise<number> {
    const state = { isOver: false };
    void work.finally(() => (state.isOver = true));
    let peak = 0;
    while (!state.isOver) {
      peak = Math.max(peak, memory());
      await pause(20);
    }
    await work;
    return peak;
  }

  it('is cut off once too many answers wait for it, and gets all of it when it comes back', async () => {
    const rev = await send(await ann.connect(), FEW);
    const stuck = await bob.open(room.chatPost.id);
    const before = memory();
    stuck.stopReading();
    for (let asked = 0; asked < ASKED; asked += 1)
      stuck.socket.emit('post:open', { postId: room.chatPost.id, rev: rev - FEW }, () => undefined);
    const peak = await peakDuring(cutOff().then(() => pause(2_000)));
    expect(peak - before).toBeLessThan(ASKED_MIB / 3);
    expect(cutOffs()[0]).toBeLessThan(MOST_WAITING_BYTES + CATCH_UP_BYTES);
    stuck.readOn();
    await stuck.closed();
    const back = await bob.connect();
    const { items, complete } = await back.done('post:open', { postId: room.chatPost.id, rev: rev - FEW });
    expect([items.length, complete]).toEqual([FEW, true]);
    expect(items.every(({ text }) => text === LONG)).toBe(true);
  }, 60_000);

  it('is cut off once too many frames wait for it, while others hear all', async () => {
    const [stuck, reader] = [await Reader.open(bob, room.chatPost.id), await Reader.open(ann, room.chatPost.id)];
    const writer = await ann.connect();
    stuck.client.stopReading();
    const state = { isOver: false };
    void cutOff().finally(() => (state.isOver = true));
    let sent = 0;
    for (; !state.isOver; sent += FEW) await reader.reaches(await send(writer, FEW));
    expect(reader.gaps).toEqual([]);
    expect(reader.list).toHaveLength(1 + sent);
    stuck.client.readOn();
    await stuck.client.closed();
    const back = await bob.connect();
    expect((await stuck.catchUp(back)).complete).toBe(false);
    const { rev } = await ann.send(room.chatPost.id, 'still there?');
    const heard = await back.waitFor('messages');
    expect([heard.rev, heard.items[0]?.text]).toEqual([rev, 'still there?']);
  }, 60_000);

  it('and one that does: a catch-up beyond what is sooner read afresh is not answered', async () => {
    const socket = await ann.connect();
    const rev = await send(socket, MANY);
    const changedSince = async (since: number): Promise<[count: number, isComplete: boolean | undefined]> => {
      const { items, complete } = await socket.done('post:open', { postId: room.chatPost.id, rev: since });
      expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThan(CATCH_UP_BYTES);
      return [items.length, complete];
    };
    expect(await changedSince(rev - FEW)).toEqual([FEW, true]);
    expect(await changedSince(rev - MANY)).toEqual([0, false]);
    const last = await send(socket, 500, 'short');
    expect(await changedSince(last - 500)).toEqual([500, true]);
    expect(await changedSince(last - 501)).toEqual([0, false]);
    expect(await changedSince(last)).toEqual([0, true]);
  });
});
