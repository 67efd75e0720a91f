import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import { ChatUser } from '../kit/api/chat-user.js';
import { download, upload } from '../kit/api/files.js';
import { photograph } from '../kit/photos.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { eventually } from '../kit/eventually.js';
import { killDatabase } from '../kit/server-processes.js';

describe('jobs, when the database is killed under them', () => {
  const folder = temporaryFolder();
  let program: Program;
  let ann: ChatUser;
  let room: Room;

  beforeAll(async () => {
    program = await Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' });
    const account = { username: 'ann', email: 'ann@example.test', password: 'correct horse battery' };
    ann = await ChatUser.register(program.address, account);
    room = await ann.createRoom();
  });
  afterAll(() => {
    folder.remove();
  });

  const cleaned = async (): Promise<number> => {
    const { id } = await upload(ann, room.id, await photograph(), 'photo.jpg');
    return (await download(ann, `/api/files/attachments/${id}/thumbnail`)).status;
  };

  it('are done before', async () => {
    expect(await cleaned()).toBe(200);
  });

  it('are done after, one after the other, without a restart', async () => {
    killDatabase(folder.path);
    expect(await eventually(cleaned, 30_000)).toBe(200);
    expect(await Promise.all([cleaned(), cleaned(), cleaned()])).toEqual([200, 200, 200]);
  }, 60_000);

  it('and stop in time', async () => {
    expect(await program.stop()).toEqual({ code: 0, signal: null });
  }, 30_000);
});
