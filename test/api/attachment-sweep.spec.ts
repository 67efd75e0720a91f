import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Queue } from 'bullmq';
import { writeFileSync } from 'node:fs';
import { AppModule } from '../../server/app.module.js';
import { AttachmentSweeper } from '../../server/attachments/attachment-sweeper.js';
import { allKeysOf, keysOf } from '../../server/attachments/attachment-keys.js';
import { PictureProcessor } from '../../server/attachments/picture-processor.js';
import { ProcessAttachment } from '../../server/attachments/process-attachment.job.js';
import type { ReceivedFile } from '../../server/attachments/received-file.js';
import { UploadsService } from '../../server/attachments/uploads.service.js';
import { RegistrationService } from '../../server/auth/registration.service.js';
import { Transactions } from '../../server/database/transactions.js';
import { JobQueue } from '../../server/jobs/job-queue.js';
import { Clock } from '../../server/platform/clock/clock.js';
import { AppError } from '../../server/platform/errors/app-error.js';
import { newId } from '../../server/platform/ids/ids.js';
import type { DiskStorage } from '../../server/platform/storage/disk-storage.js';
import { Storage } from '../../server/platform/storage/storage.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { pause } from '../kit/api/chat-client.js';
import { storedFiles } from '../kit/api/files.js';
import { testConfig } from '../kit/config.js';
import { expectSoon } from '../kit/eventually.js';
import { photograph } from '../kit/photos.js';
import { createDatabase, type TestDatabase } from '../kit/postgres.js';
import { temporaryFolder } from '../kit/program.js';
import { ShiftedClock } from '../kit/shifted-clock.js';

describe('the sweep', () => {
  const clock = new ShiftedClock();
  const folder = temporaryFolder();
  let database: TestDatabase;
  let app: INestApplicationContext;
  let storage: Storage;
  let userId = '';
  let roomId = '';

  beforeAll(async () => {
    database = await createDatabase();
    const config = testConfig(database.address, { DATA_DIR: folder.path });
    const module = Test.createTestingModule({ imports: [AppModule.forRoot(config)] });
    app = await module.overrideProvider(Clock).useValue(clock).compile();
    app.useLogger(false);
    await app.init();
    storage = app.get(Storage);
    const wish = { username: 'ann', email: 'ann@example.test', password: 'correct horse battery' };
    userId = (await app.get(RegistrationService).register(wish, { locale: 'en', ip: '' })).id;
    roomId = await app.get(RoomFounder).create(userId, { name: 'Room' });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    folder.remove();
  });

  const sql = (text: string, values: unknown[]): Promise<{ state: string }[]> =>
    app.get(Transactions).query(text, values);
  const sweep = async (hours: number): Promise<void> => {
    clock.hours = hours;
    await app.get(AttachmentSweeper).sweep();
    clock.hours = 0;
  };
  const seeToPictures = async (hours: number): Promise<void> => {
    clock.hours = hours;
    await app.get(AttachmentSweeper).seeToPictures();
    clock.hours = 0;
  };
  const upload = async (content: Buffer): Promise<string> => {
    const scratch = storage.scratch();
    writeFileSync(scratch, content);
    const received = { scratch, name: 'name', size: content.length, alt: null };
    return (await app.get(UploadsService).upload(userId, roomId, () => Promise.resolve(received))).id;
  };
  const partsOf = async (id: string): Promise<string[]> => {
    const has = await Promise.all(allKeysOf([id]).map((key) => storage.has(key)));
    return ['original', 'file', 'thumbnail'].filter((_, n) => has[n]);
  };
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await sql('select state from attachments where id = $1', [id]))[0]?.state;
  const put = async (key: string): Promise<void> => {
    const scratch = storage.scratch();
    writeFileSync(scratch, 'bytes');
    await storage.keep(scratch, key);
  };
  /** Cleaned, and without the original, which goes after the row says that it is not needed any more. */
  async function ready(id: string): Promise<void> {
    await inState(id, 'ready');
    await expectSoon(() => partsOf(id), expect.not.arrayContaining(['original']));
  }
  const inState = async (id: string, state: string): Promise<void> => {
    const end = Date.now() + 15_000;
    while ((await stateOf(id)) !== state) {
      if (Date.now() > end) throw new Error(`Not ${state} but ${String(await stateOf(id))}`);
      await pause(20);
    }
  };

  it('takes what was not sent for a day, and not before', async () => {
    const id = await upload(Buffer.from('text'));
    await sweep(23);
    expect([await stateOf(id), await partsOf(id)]).toEqual(['ready', ['file']]);
    await sweep(25);
    expect([await stateOf(id), await partsOf(id)]).toEqual([undefined, []]);
  });

  it('takes bytes without a row once no upload can be about them any more', async () => {
    const id = newId();
    await put(keysOf(id).file);
    await sweep(0.5);
    expect(await partsOf(id)).toEqual(['file']);
    await sweep(2);
    expect(await partsOf(id)).toEqual([]);
  });

  it('takes originals that a crash left beside cleaned pictures, and all of rejected ones', async () => {
    const [cleaned, rejected] = [await upload(await photograph()), await upload(Buffer.from('x'))];
    await ready(cleaned);
    await put(keysOf(cleaned).original);
    await sql(`update attachments set state = 'rejected' where id = $1`, [rejected]);
    expect([await partsOf(cleaned), await partsOf(rejected)]).toEqual([['original', 'file', 'thumbnail'], ['file']]);
    await sweep(2);
    expect([await partsOf(cleaned), await partsOf(rejected)]).toEqual([['file', 'thumbnail'], []]);
  });

  it('sees to pictures whose job was lost', async () => {
    const id = await upload(await photograph());
    await ready(id);
    await put(keysOf(id).original);
    await sql(`update attachments set state = 'processing', has_thumbnail = false where id = $1`, [id]);
    writeFileSync((storage as DiskStorage).local(keysOf(id).original), await photograph());
    await seeToPictures(0);
    await pause(300);
    expect(await stateOf(id)).toBe('processing');
    await seeToPictures(2 / 60);
    await ready(id);
    expect(await partsOf(id)).toEqual(['file', 'thumbnail']);
  });

  it('and cleaning end the same however often they run', async () => {
    const id = await upload(await photograph());
    await Promise.all([1, 2, 3].map(() => app.get(PictureProcessor).process(id)));
    const size = async (): Promise<unknown> =>
      sql('select state, size, has_thumbnail from attachments where id = $1', [id]);
    const first = await size();
    expect(first).toMatchObject([{ state: 'ready', has_thumbnail: true }]);
    await app.get(PictureProcessor).process(id);
    await app.get(PictureProcessor).reject(id);
    expect([await size(), await partsOf(id)]).toEqual([first, ['file', 'thumbnail']]);
  });

  it('a picture whose cleaning fails for good is rejected', async () => {
    const id = await upload(await photograph());
    await ready(id);
    // Its bytes are gone, which is a fault of the disk and none of the picture: the job is tried again, here not.
    await sql(`update attachments set state = 'processing' where id = $1`, [id]);
    const queue = app.get<Queue>(getQueueToken('jobs'));
    await queue.add('process-attachment', { attachmentId: id }, { attempts: 1 });
    await inState(id, 'rejected');
    for (let round = 0; round < 100 && (await partsOf(id)).length > 0; round += 1) await pause(20);
    expect(await partsOf(id)).toEqual([]);
  });

  it('a picture whose last try met a storage that was away waits for the sweep', async () => {
    const id = await upload(await photograph());
    await ready(id);
    await sql(`update attachments set state = 'processing' where id = $1`, [id]);
    const job = app.get(ProcessAttachment);
    await job.giveUp({ attachmentId: id }, new AppError('unavailable', 'away'));
    expect([await stateOf(id), await partsOf(id)]).toEqual(['processing', ['file', 'thumbnail']]);
    await job.giveUp({ attachmentId: id }, new Error('broken'));
    expect([await stateOf(id), await partsOf(id)]).toEqual(['rejected', []]);
  });

  it('an upload into a room that goes meanwhile leaves nothing', async () => {
    const scratch = storage.scratch();
    const gone = await app.get(RoomFounder).create(userId, { name: 'Gone' });
    const receive = async (): Promise<ReceivedFile> => {
      writeFileSync(scratch, 'text');
      await sql('delete from rooms where id = $1', [gone]);
      return { scratch, name: 'name', size: 4, alt: null };
    };
    const before = storedFiles(folder.path).length;
    await expect(app.get(UploadsService).upload(userId, gone, receive)).rejects.toMatchObject({ code: 'not_found' });
    expect(storedFiles(folder.path)).toHaveLength(before);
  });

  it('leaves one job where several with the same id wait', async () => {
    const [jobs, queue] = [app.get(JobQueue), app.get<Queue>(getQueueToken('jobs'))];
    await queue.pause();
    for (const id of ['same', 'same', 'other', 'same'])
      await jobs.add('delete-attachment-files', id, { attachmentIds: [newId()] });
    expect((await queue.getWaiting()).map(({ id }) => id)).toHaveLength(2);
    await queue.resume();
  });
});
