import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import { ChatUser } from '../kit/api/chat-user.js';
import { sendForm, upload } from '../kit/api/files.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { eventually } from '../kit/eventually.js';
import { query } from '../kit/server-processes.js';

const MOST_SENDS = 8_000;

// Mounting a small disk needs root; where that cannot be, test/stages/tools.mjs leaves this file out, and says so.
describe('a full disk', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    // Lazily: after a failure the program may still have files there.
    spawnSync('umount', ['--lazy', folder.path]);
    folder.remove();
  });

  const mount = (megabytes: number): unknown =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'roomers-test', folder.path]);
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(folder.path);
    try {
      writeFileSync(join(folder.path, 'filler'), Buffer.alloc(bavail * bsize, 1));
    } catch (error) {
      // The database took some of it meanwhile: so much the fuller.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };

  it('is named in one line at the start', async () => {
    mount(64);
    const program = Program.begin({ DATA_DIR: folder.path });
    expect((await program.ended).code).toBe(1);
    expect(program.output.trim().split('\n')).toEqual([
      expect.stringMatching(/The disk of .* is full: \d+ MB are free/),
    ]);
  });

  it('answers 503, loses nothing that was acknowledged, and when there is room again the program goes on', async () => {
    mount(400);
    const program = await Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' });
    const account = { username: 'ann', email: 'ann@example.test', password: 'correct horse battery' };
    const ann = await ChatUser.register(program.address, account);
    const room = await ann.createRoom();
    const acknowledged = [await sent(ann, room)];
    fill();

    expect((await sendForm(ann, room.id, [['file', 'x'.repeat(100_000), 'x.txt']])).body.code).toBe('unavailable');
    const refused = await writeUntilRefused(ann, room, acknowledged);
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });

    rmSync(join(folder.path, 'filler'));
    acknowledged.push(await eventually(() => sent(ann, room), 20_000));
    await upload(ann, room.id, 'x'.repeat(100_000), 'x.txt');
    const stored = await query(folder.path, `select client_id from messages where kind = 'text' order by seq`);
    expect(stored.map((row) => row['client_id'])).toEqual(expect.arrayContaining(acknowledged));
    expect(program.output).not.toMatch(/^\s+at /m);
    await program.stop();
  });

  const wish = (): { clientId: string; text: string } => ({
    clientId: randomUUID(),
    // Text that PostgreSQL cannot compress, so that the disk is soon full.
    text: Array.from({ length: 200 }, () => randomUUID()).join(' '),
  });

  /** Sends one message and gives its key. @throws Error when it is refused */
  async function sent(user: ChatUser, room: Room): Promise<string> {
    const one = wish();
    await body(user.post<Message>(`/api/posts/${room.chatPost.id}/messages`, one));
    return one.clientId;
  }

  async function writeUntilRefused(user: ChatUser, room: Room, acknowledged: string[]): Promise<unknown> {
    for (let count = 0; count < MOST_SENDS; count += 1) {
      const one = wish();
      const answer = await user.post(`/api/posts/${room.chatPost.id}/messages`, one);
      if (answer.status !== 201) return answer;
      acknowledged.push(one.clientId);
    }
    throw new Error(`${MOST_SENDS} messages found room on a full disk.`);
  }
});
