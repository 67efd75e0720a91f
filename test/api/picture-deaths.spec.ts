import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, sendForm } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { photograph } from '../kit/photos.js';

describe('a picture whose process was killed twice while it was being made', () => {
  let server: TestServer;
  let ann: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start({ FAIL_POINT: 'picture-cleaned' });
    ann = await server.register('ann');
    room = await ann.createRoom();
  });
  afterAll(() => server.stop());

  it('is not blamed for it: it is made once nobody kills any more', async () => {
    await sendForm(ann, room.id, [['file', await photograph(), 'photo.jpg']]).catch(() => undefined);
    await server.ended;
    await server.restart('SIGKILL', { FAIL_POINT: 'picture-cleaned' });
    await server.ended;
    await server.restart('SIGKILL', { FAIL_POINT: '' });
    const [{ id } = { id: 'none' }] = await server.sql<{ id: string }>('select id from attachments');
    const status = async (): Promise<number> =>
      (await download(ann.at(server.address), `/api/files/attachments/${id}/thumbnail`)).status;
    await eventually(async () => expect(await status()).toBe(200), 60_000);
    expect(await server.sql('select state from attachments')).toEqual([{ state: 'ready' }]);
  }, 120_000);
});
