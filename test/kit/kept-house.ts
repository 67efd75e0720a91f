import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Verification } from '../../server/admin/verify/verification.js';
import { VerificationModule } from '../../server/admin/verify/verification.module.js';
import { AppModule } from '../../server/app.module.js';
import { UploadsService } from '../../server/attachments/uploads.service.js';
import { Transactions } from '../../server/database/transactions.js';
import type { Message } from '#contracts/message.dto.js';
import { MessageForwarder } from '../../server/messages/message-forwarder.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { ReadMarksService } from '../../server/messages/read-marks.service.js';
import { Clock } from '../../server/platform/clock/clock.js';
import type { DiskStorage } from '../../server/platform/storage/disk-storage.js';
import { Storage } from '../../server/platform/storage/storage.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { UsersService } from '../../server/users/users.service.js';
import { testConfig } from './config.js';
import { createDatabase, type TestDatabase } from './postgres.js';
import { temporaryFolder } from './program.js';
import { ShiftedClock } from './shifted-clock.js';

/** A room to be verified. */
export interface KeptRoom {
  roomId: string;
  postId: string;
  /** Ten by number, the first by the system; the fourth is taken back, the fifth answers it, the sixth carries a file. */
  messages: { id: string; rev: number }[];
  fileId: string;
}

/** The program without a port, whose rows and files a test may damage, and what verifies them. */
export class KeptHouse {
  private readonly folder = temporaryFolder();
  /** Of the program; the database keeps its own. */
  readonly clock = new ShiftedClock();
  private database!: TestDatabase;
  app!: INestApplicationContext;
  userId = '';

  async open(): Promise<void> {
    this.database = await createDatabase();
    const config = testConfig(this.database.address, { DATA_DIR: this.folder.path, RATE_LIMITS: 'off' });
    const module = Test.createTestingModule({ imports: [AppModule.forRoot(config), VerificationModule] });
    this.app = await module.overrideProvider(Clock).useValue(this.clock).compile();
    this.app.useLogger(false);
    await this.app.init();
    const names = { username: 'ann', displayName: 'Ann', email: 'ann@example.test' };
    this.userId = (await this.app.get(UsersService).create({ ...names, role: 'member', locale: 'en' })).id;
    // Else nobody could damage what the tests damage.
    await this.sql('alter table messages drop constraint ck_messages_tombstone');
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    this.folder.remove();
  }

  sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.app.get(Transactions).query(text, values);
  }

  /** The path of a file in the storage. */
  local(key: string): string {
    return this.app.get<unknown, DiskStorage>(Storage).local(key);
  }

  async send(postId: string, more: { replyToId?: string; attachmentIds?: string[] } = {}): Promise<string> {
    const wish = { clientId: randomUUID(), text: 'words', ...more };
    const { stored } = await this.app.get(MessagesService).send(this.userId, postId, wish);
    return (await stored).id;
  }

  async forward(messageId: string, postId: string): Promise<Message> {
    return this.app.get(MessageForwarder).forward(this.userId, messageId, { postId, clientId: randomUUID() });
  }

  /** A room that holds no more than its welcome. */
  async createRoom(): Promise<Pick<KeptRoom, 'roomId' | 'postId'>> {
    const roomId = await this.app.get(RoomFounder).create(this.userId, { name: 'Room' });
    const find = `select id as "postId" from posts where room_id = $1`;
    const [{ postId }] = (await this.sql<{ postId: string }>(find, [roomId])) as [{ postId: string }];
    return { roomId, postId };
  }

  async furnish(): Promise<KeptRoom> {
    const { roomId, postId } = await this.createRoom();
    const fileId = await this.upload(roomId);
    await this.send(postId);
    await this.send(postId);
    const taken = await this.send(postId);
    await this.send(postId, { replyToId: taken });
    await this.send(postId, { attachmentIds: [fileId] });
    for (let count = 0; count < 4; count += 1) await this.send(postId);
    await this.app.get(MessagesService).recall(this.userId, taken);
    await this.app.get(ReadMarksService).unread(this.userId, postId, 5);
    const list = 'select id, rev from messages where post_id = $1 order by seq';
    return { roomId, postId, fileId, messages: await this.sql<{ id: string; rev: number }>(list, [postId]) };
  }

  /** The first ids of what is wrong, check by check. */
  async faultsOf(roomId?: string): Promise<Record<string, string[]>> {
    const results = await this.app.get(Verification).run(roomId, () => undefined);
    return Object.fromEntries(results.filter(({ faults }) => faults > 0).map(({ name, first }) => [name, first]));
  }

  private async upload(roomId: string): Promise<string> {
    const scratch = this.app.get(Storage).scratch();
    writeFileSync(scratch, 'content');
    const received = { scratch, name: 'notes.txt', size: 7, alt: null };
    return (await this.app.get(UploadsService).upload(this.userId, roomId, () => Promise.resolve(received))).id;
  }
}
