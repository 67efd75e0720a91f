import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { sendForm, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';

describe('what an organisation lets people attach', () => {
  let server: TestServer;
  let owner: ChatUser;
  let room: Room;
  beforeAll(async () => {
    server = await TestServer.start({ ATTACHMENT_MAX_BYTES: '10000' });
    owner = await server.register('owner');
    room = await owner.createRoom();
  });
  afterAll(() => server.stop());

  const set = (wish: object) => body(owner.patch('/api/admin/settings', wish));
  const send = async (name: string, size = 10): Promise<string> => {
    const { status, body: answer } = await sendForm(owner, room.id, [['file', Buffer.alloc(size, 'x'), name]]);
    return status < 300 ? 'taken' : `${status} ${answer.code}`;
  };

  it('is as large as was set, from the next file on', async () => {
    expect(await send('a.txt', 5_000)).toBe('taken');
    await set({ attachmentMaxBytes: 4_096 });
    const before = storedFiles(server.dataDir).length;
    expect(await send('a.txt', 4_097)).toBe('413 too_large');
    expect(storedFiles(server.dataDir)).toHaveLength(before);
    expect(await send('a.txt', 4_096)).toBe('taken');
    await set({ attachmentMaxBytes: null });
    expect(await send('a.txt', 5_000)).toBe('taken');
  });

  it('is not of a kind that was blocked', async () => {
    await set({ blockedAttachmentTypes: ['exe', 'tar.gz'] });
    const before = storedFiles(server.dataDir).length;
    for (const name of ['a.exe', 'A.EXE', 'a.txt.exe', 'a.exe.', 'folder/a.tar.gz'])
      expect(await send(name)).toBe('422 file_type_blocked');
    expect(storedFiles(server.dataDir)).toHaveLength(before);
    for (const name of ['a.exe.txt', 'exe', 'a.gz']) expect(await send(name)).toBe('taken');
    await set({ blockedAttachmentTypes: [] });
    expect((await upload(owner, room.id, 'x', 'a.exe')).name).toBe('a.exe');
  });
});
