import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { utimesSync, writeFileSync } from 'node:fs';
import { Transactions } from '../../server/database/transactions.js';
import { keyOf } from '../../server/images/image-keys.js';
import { ImageSweeper } from '../../server/images/image-sweeper.js';
import { newId } from '../../server/platform/ids/ids.js';
import type { DiskStorage } from '../../server/platform/storage/disk-storage.js';
import { Storage } from '../../server/platform/storage/storage.js';
import { PostFounder } from '../../server/posts/post-founder.js';
import { PostsService } from '../../server/posts/posts.service.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { RoomsService } from '../../server/rooms/rooms.service.js';
import { UsersService } from '../../server/users/users.service.js';
import { startApp, type TestApp } from '../kit/app.js';

describe('the sweep of pictures', () => {
  let program: TestApp;
  let storage: Storage;
  let userId = '';

  beforeAll(async () => {
    program = await startApp();
    storage = program.app.get(Storage);
    userId = await program.makeUser('ann');
  });
  afterAll(() => program.close());

  /** Bytes of a picture, kept so many hours ago. */
  async function keep(id: string, hours: number): Promise<void> {
    const scratch = storage.scratch();
    writeFileSync(scratch, 'bytes');
    await storage.keep(scratch, keyOf(id));
    const at = Date.now() / 1_000 - hours * 3_600;
    utimesSync((storage as DiskStorage).local(keyOf(id)), at, at);
  }
  const left = (ids: string[]): Promise<boolean[]> => Promise.all(ids.map((id) => storage.has(keyOf(id))));
  const sweep = (): Promise<void> => program.app.get(ImageSweeper).sweep();

  it('takes what nobody shows once it is settled, and nothing else', async () => {
    const [ofUser, ofRoom, ofPost, old, young] = [newId(), newId(), newId(), newId(), newId()];
    const roomId = await program.app.get(RoomFounder).create(userId, { name: 'Room' });
    const postId = await program.app.get(PostFounder).create(userId, roomId, { title: 'Post' });
    await program.app.get(UsersService).setImage(userId, ofUser);
    await program.app.get(RoomsService).setImage(userId, roomId, ofRoom);
    await program.app.get(PostsService).setImage(userId, roomId, postId, ofPost);
    // Shown before they are there, since the start sweeps too, whenever it comes to it.
    for (const id of [ofUser, ofRoom, ofPost, old]) await keep(id, 2);
    await keep(young, 0.5);
    await sweep();
    expect(await left([ofUser, ofRoom, ofPost, old, young])).toEqual([true, true, true, false, true]);
    await program.app.get(Transactions).query('delete from rooms where id = $1', [roomId]);
    await sweep();
    expect(await left([ofUser, ofRoom, ofPost])).toEqual([true, false, false]);
    await program.app.get(UsersService).setImage(userId, null);
    await sweep();
    expect(await left([ofUser, young])).toEqual([false, true]);
  });
});
