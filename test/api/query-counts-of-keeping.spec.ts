import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PostList } from '../../server/admin/content/post-list.js';
import { RoomKeeping } from '../../server/admin/content/room-keeping.js';
import { RoomList } from '../../server/admin/content/room-list.js';
import { TagsService } from '../../server/admin/content/tags.service.js';
import { PeopleList } from '../../server/admin/people/people-list.js';
import { AuditHistory } from '../../server/audit/audit-history.js';
import { Transactions } from '../../server/database/transactions.js';
import { InvitationList } from '../../server/invites/invitation-list.js';
import { EventBus } from '../../server/events/event-bus.js';
import { MessageForwarder } from '../../server/messages/message-forwarder.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { Removals } from '../../server/messages/removals.service.js';
import { Retention } from '../../server/messages/retention.js';
import { PostEditor } from '../../server/posts/post-editor.js';
import { PostFounder } from '../../server/posts/post-founder.js';
import { PostRevisions } from '../../server/posts/post-revisions.service.js';
import { FavouritesService } from '../../server/rooms/favourites.service.js';
import { Memberships } from '../../server/rooms/memberships.js';
import { RequestsService } from '../../server/rooms/requests.service.js';
import { RoomDeletions } from '../../server/rooms/room-deletions.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { RoomInvitesService } from '../../server/rooms/room-invites.service.js';
import { RoomsService } from '../../server/rooms/rooms.service.js';
import { DeletionViews } from '../../server/sync/deletion-views.js';
import { startApp, type TestApp } from '../kit/app.js';
import { eventually } from '../kit/eventually.js';
import { countStatements } from '../kit/statements.js';

/** What listeners do after the commit comes before or after the answer; a statement for each row would be two hundred. */
const WITH_LISTENERS = 20;
const LONG_AGO = new Date('2020-01-01');

describe('the number of statements, of what keeps a house in order', () => {
  let program: TestApp;
  let ownerId: string;
  let small: string;
  let large: string;
  beforeAll(async () => {
    program = await startApp();
    ownerId = await program.makeUser('ann');
    small = await fill('small', 2, 1);
    large = await fill('large', 200, 200);
    await addByHand();
  }, 180_000);
  afterAll(() => program.close());

  const get: TestApp['app']['get'] = (token: never) => program.app.get(token);
  const sql = <Row>(text: string, values: unknown[] = []) => get(Transactions).query<Row>(text, values);

  /** A room with this many members and posts, all of which carry its tag. */
  async function fill(tag: string, members: number, posts: number): Promise<string> {
    const roomId = await get(RoomFounder).create(ownerId, { name: tag });
    for (let count = 1; count < members; count += 1)
      await get(Memberships).join(roomId, await program.makeUser(`${tag}${count}`), 'member');
    for (let count = 0; count < posts; count += 1)
      await get(PostFounder).create(ownerId, roomId, { title: `Topic ${count}`, tags: [tag] });
    return roomId;
  }

  /** Rows of which the lists are made: two hundred of each in the large room. */
  async function addByHand(): Promise<void> {
    for (const [asked, from] of [
      [small, large],
      [large, small],
    ])
      await sql(
        `insert into room_requests (room_id, user_id, created_at) select $1, user_id, now() from room_members where room_id = $2 and user_id <> $3`,
        [asked, from, ownerId],
      );
    await sql(
      `insert into invites (id, token_hash, maker_id, email, role, created_at, expires_at)
       select gen_random_uuid(), 'hash' || n, $1, 'person' || n || '@example.test', 'member', now(), now() + interval '1 day' from generate_series(1, 200) n`,
      [ownerId],
    );
    await sql(
      `insert into audit_entries (id, at, actor_name, action, target_type)
       select gen_random_uuid(), now(), 'Roomers', 'job_retried', 'job' from generate_series(1, 200) n`,
    );
  }

  const chatOf = async (roomId: string): Promise<string> => (await get(RoomsService).show(ownerId, roomId)).chatPostId;

  async function send(roomId: string): Promise<string> {
    const wish = { clientId: randomUUID(), text: 'words' };
    const { stored } = await get(MessagesService).send(ownerId, await chatOf(roomId), wish);
    return (await stored).id;
  }

  it.each<[string, (limit: number) => Promise<unknown>]>([
    ['people', (limit) => get(PeopleList).list({ limit })],
    ['rooms', (limit) => get(RoomList).list(ownerId, { limit })],
    ['posts', (limit) => get(PostList).listPosts(ownerId, { limit })],
    ['messages', (limit) => get(PostList).listMessages(ownerId, { limit })],
    ['tags', (limit) => get(TagsService).list(ownerId, { limit })],
    ['invitations', (limit) => get(InvitationList).list({ limit })],
    ['deeds', (limit) => get(AuditHistory).list({ limit })],
  ])('that list %s is the same for one and for two hundred', async (_, list) => {
    const one = await countStatements(() => list(1));
    expect(one).toBeGreaterThan(0);
    expect(await countStatements(() => list(200))).toBe(one);
  });

  it.each<[string, (roomId: string) => Promise<unknown>]>([
    ['says what goes with a room', (roomId) => get(DeletionViews).ofRoom(ownerId, roomId)],
    ['lists who asks to join', (roomId) => get(RequestsService).list(ownerId, roomId)],
    ['lists its links', (roomId) => get(RoomInvitesService).list(ownerId, roomId)],
    ['archives it and brings it back', (roomId) => archiveAndBack(roomId)],
    ['makes it a favourite, and no longer', (roomId) => favouriteAndBack(roomId)],
    ['makes a link into it', (roomId) => get(RoomInvitesService).make(ownerId, roomId, {})],
    ['forwards a message into it', async (roomId) => forward(await send(small), roomId)],
    ['removes a message and says why', (roomId) => removeOne(roomId)],
    ['edits a post and lists its revisions', (roomId) => editOne(roomId)],
    ['deletes what is older than all', () => get(Retention).deleteBefore(() => Promise.resolve(LONG_AGO))],
  ])('that %s is the same in a small room and in a large one', async (_, work) => {
    const few = await countStatements(() => work(small));
    expect(few).toBeGreaterThan(0);
    expect(Math.abs((await countStatements(() => work(large))) - few)).toBeLessThan(WITH_LISTENERS);
  });

  async function archiveAndBack(roomId: string): Promise<void> {
    for (const isArchived of [true, false]) await get(RoomKeeping).setArchived(roomId, isArchived);
  }

  async function favouriteAndBack(roomId: string): Promise<void> {
    for (const isFavourite of [true, false]) await get(FavouritesService).set(ownerId, roomId, isFavourite);
  }

  async function forward(messageId: string, roomId: string): Promise<unknown> {
    const wish = { postId: await chatOf(roomId), clientId: randomUUID() };
    return get(MessageForwarder).forward(ownerId, messageId, wish);
  }

  async function removeOne(roomId: string): Promise<unknown> {
    const id = await send(roomId);
    await get(MessagesService).remove(ownerId, id, 'Off topic');
    return get(Removals).show(ownerId, id);
  }

  async function editOne(roomId: string): Promise<unknown> {
    await get(PostEditor).update(ownerId, roomId, 'topic-0', { title: `Topic ${randomUUID()}` });
    return get(PostRevisions).list(ownerId, roomId, 'topic-0', {});
  }

  it('that renames the tag of one post and of two hundred is about the same, with all that follows', async () => {
    const rename = async (tag: string): Promise<void> => {
      await get(TagsService).rename(ownerId, tag, `${tag}!`);
      await eventually(async () => expect((await get(EventBus).backlog()).waiting).toBe(0));
    };
    const few = await countStatements(() => rename('small'), 1);
    expect(Math.abs((await countStatements(() => rename('large'), 1)) - few)).toBeLessThan(50);
  });

  it('that deletes a room with one post and with two hundred is the same but for what follows the commit', async () => {
    const deleted = (roomId: string) => countStatements(() => get(RoomDeletions).delete(ownerId, roomId), 1);
    const few = await deleted(small);
    expect(Math.abs((await deleted(large)) - few)).toBeLessThan(100);
  });
});
