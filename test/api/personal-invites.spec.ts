import type { INestApplication } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { HandedInvitation, InvitePersonDto } from '#contracts/invite.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import { createApp } from '../../server/app.js';
import { InvitationList } from '../../server/invites/invitation-list.js';
import { PersonalInvites } from '../../server/invites/personal-invites.service.js';
import { Transactions } from '../../server/database/transactions.js';
import { ask } from '../kit/api/answer.js';
import { ChatUser } from '../kit/api/chat-user.js';
import { acceptInvite, checkInvite, registerInvited } from '../kit/api/invites.js';
import { testConfig } from '../kit/config.js';
import { MailCatcher } from '../kit/mail-catcher.js';
import { createDatabase, type TestDatabase } from '../kit/postgres.js';
import { temporaryFolder } from '../kit/program.js';

const PASSWORD = 'correct horse battery';

describe('the invitation of a person', () => {
  const folder = temporaryFolder();
  let mail: MailCatcher;
  let database: TestDatabase;
  let app: INestApplication;
  let address: string;
  let owner: ChatUser;
  let email: string;

  beforeAll(async () => {
    [mail, database] = [await MailCatcher.start(), await createDatabase()];
    const variables = { DATA_DIR: folder.path, RATE_LIMITS: 'off', ...mail.variables };
    app = await createApp(testConfig(database.address, variables));
    await app.listen(0, '127.0.0.1');
    address = await app.getUrl();
    owner = await register('owner');
  });
  beforeEach(async () => {
    email = `${randomUUID().slice(0, 8)}@example.test`;
    await owner.patch('/api/admin/settings', { registration: 'invited', verifiedEmail: true });
  });
  afterAll(async () => {
    await app.close();
    await mail.stop();
    await database.drop();
    folder.remove();
  });

  const newName = (): string => `new-${randomUUID().slice(0, 8)}`;
  const register = (username: string): Promise<ChatUser> =>
    ChatUser.register(address, { username, email: `${username}@example.test`, password: PASSWORD });
  /** An account whoever may register. */
  const makeMember = async (): Promise<ChatUser> => {
    await owner.patch('/api/admin/settings', { registration: 'open', verifiedEmail: false });
    const member = await register(newName());
    await owner.patch('/api/admin/settings', { registration: 'invited', verifiedEmail: true });
    return member;
  };
  const sql = (text: string, values: unknown[] = []): Promise<object[]> => app.get(Transactions).query(text, values);
  const invite = (wish: Partial<InvitePersonDto> = {}, maker = owner): Promise<HandedInvitation> =>
    app.get(PersonalInvites).invite(maker.id, { email, ...wish });
  const renew = (id: string, maker = owner): Promise<HandedInvitation> => app.get(PersonalInvites).renew(maker.id, id);
  const withdraw = (id: string): Promise<void> => app.get(PersonalInvites).withdraw(id);
  const waiting = async (q = email): Promise<string[]> =>
    (await app.get(InvitationList).list({ q })).items.map((one) => one.email);
  const tokenOf = ({ url }: { url: string }): string => url.split('#')[1] ?? '';
  const come = (token: string, wish: object = {}): ReturnType<typeof registerInvited> =>
    registerInvited(address, token, newName(), { email, ...wish });
  const expectUnusable = async (token: string): Promise<void> => {
    const before = await sql('select id from users');
    expect((await checkInvite(address, token)).body.code).toBe('invite_unusable');
    expect((await come(token)).body.code).toBe('invite_unusable');
    expect(await sql('select id from users')).toEqual(before);
  };

  it('is mailed with its link, and lets the person choose name and password, whatever others must do', async () => {
    const room = await owner.createRoom({ name: 'Lantern' });
    const handed = await invite({ email: email.toUpperCase(), role: 'admin', roomIds: [room.id] });
    const { subject, text, html } = await mail.waitFor(email);
    expect(subject).toBe(`${owner.user.displayName} invites you to Roomers`);
    expect([text, html].map((one) => one?.includes(handed.url))).toEqual([true, true]);
    const { body: said } = await checkInvite(address, tokenOf(handed));
    expect(said).toMatchObject({ email: email.toUpperCase(), roomNames: ['Lantern'], admitsNewcomers: true });
    expect(await waiting()).toEqual([email.toUpperCase()]);
    const answer = await come(tokenOf(handed), { displayName: 'Zoe' });
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({ role: 'admin', displayName: 'Zoe', status: 'active' });
    const headers = { authorization: `Bearer ${answer.body.accessToken}` };
    const { items } = (await ask<RoomPage>(address, '/api/rooms?scope=mine', { headers })).body;
    expect(items.map(({ id }) => id)).toEqual([room.id]);
    expect(await waiting()).toEqual([]);
    await expectUnusable(tokenOf(handed));
  });

  it('is used once, also when two come with it at the same moment', async () => {
    const token = tokenOf(await invite());
    const answers = await Promise.all([come(token), come(token), come(token)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await sql('select username from users where lower(email) = $1', [email])).toHaveLength(1);
  });

  it('is for its address only', async () => {
    const token = tokenOf(await invite());
    const answer = await come(token, { email: `other.${email}` });
    expect([answer.status, answer.body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([
      422,
      ['email not_invited'],
    ]);
    const member = await makeMember();
    expect((await acceptInvite(member, token)).body.code).toBe('invite_unusable');
    expect(await waiting()).toEqual([email]);
  });

  it('leads who made the account another way into its rooms, and gives them no other role', async () => {
    const member = await makeMember();
    const room = await owner.createRoom({ visibility: 'private' });
    const handed = await invite({ role: 'admin', roomIds: [room.id] });
    await sql('update users set email = $1 where id = $2', [email.toUpperCase(), member.id]);
    expect((await acceptInvite(member, tokenOf(handed))).body.rooms.map(({ id }) => id)).toEqual([room.id]);
    expect((await member.get<Room>(`/api/rooms/${room.id}`)).body.myRole).toBe('member');
    expect(await sql('select role from users where id = $1', [member.id])).toEqual([{ role: 'member' }]);
    expect((await acceptInvite(member, tokenOf(handed))).body.code).toBe('invite_unusable');
  });

  it('leads into no private room that its maker does not keep', async () => {
    const member = await makeMember();
    const closed = await member.createRoom({ visibility: 'private', name: 'Closed' });
    const token = tokenOf(await invite({ roomIds: [closed.id, randomUUID()] }));
    expect((await checkInvite(address, token)).body.roomNames).toEqual([]);
    const { body: answer } = await come(token);
    expect(await sql('select user_id from room_members where room_id = $1', [closed.id])).toEqual([
      { user_id: member.id },
    ]);
    expect(answer.user.role).toBe('member');
  });

  it('is over when it was withdrawn, renewed, sent again, has expired, or its maker is no admin any more', async () => {
    const first = await invite();
    const second = await invite();
    await expectUnusable(tokenOf(first));
    const third = await renew(second.invitation.id);
    await expectUnusable(tokenOf(second));
    expect((await mail.waitFor(email, 3)).text).toContain(third.url);
    await sql(`update invites set expires_at = now() where id = $1`, [third.invitation.id]);
    await expectUnusable(tokenOf(third));
    expect(await waiting()).toEqual([email]);
    const admin = await makeMember();
    await owner.patch(`/api/admin/users/${admin.id}`, { role: 'admin' });
    const fourth = await renew(third.invitation.id, admin);
    expect(fourth.invitation).toMatchObject({ email, invitedBy: { id: admin.id } });
    await owner.patch(`/api/admin/users/${admin.id}`, { role: 'member' });
    await expectUnusable(tokenOf(fourth));
    const fifth = await renew(fourth.invitation.id);
    await withdraw(fifth.invitation.id);
    await expectUnusable(tokenOf(fifth));
    expect(await waiting()).toEqual([]);
    for (const gone of [fifth.invitation.id, randomUUID(), 'nonsense']) {
      await expect(withdraw(gone)).rejects.toMatchObject({ code: 'not_found' });
      await expect(renew(gone)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('is refused for an address that has an account', async () => {
    await expect(invite({ email: owner.email.toUpperCase() })).rejects.toMatchObject({ code: 'email_taken' });
    expect(await waiting(owner.email)).toEqual([]);
  });

  it('waits where only admins see it, a page at a time, the newest first', async () => {
    const mark = randomUUID().slice(0, 8);
    for (const one of ['a', 'b', 'c']) await invite({ email: `${one}.${mark}@example.test` });
    const list = app.get(InvitationList);
    const page = await list.list({ q: mark.toUpperCase(), limit: 2 });
    expect([page.total, ...page.items.map((one) => one.email[0])]).toEqual([3, 'c', 'b']);
    const rest = await list.list({ q: mark, limit: 2, cursor: page.nextCursor ?? '' });
    expect([rest.nextCursor, ...rest.items.map((one) => one.email[0])]).toEqual([undefined, 'a']);
    const seen = await owner.get(`/api/users?q=${mark}`);
    expect(seen.body).toMatchObject({ items: [], total: 0 });
  });

  it('that is made, renewed and withdrawn is recorded, without its secret', async () => {
    const { invitation } = await invite({ role: 'admin' });
    const { url } = await renew(invitation.id);
    await withdraw(invitation.id);
    const entries = await sql(
      `select action, details ->> 'role' as role from audit_entries where target_name = $1 order by at, id`,
      [email],
    );
    expect(entries).toEqual(
      ['user_invited', 'invitation_renewed', 'invitation_withdrawn'].map((action) => ({ action, role: 'admin' })),
    );
    const kept = JSON.stringify([await sql('select * from audit_entries'), await sql('select * from outbox')]);
    expect(kept).not.toContain(tokenOf({ url }));
  });
});
