import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { HandedInvitation, InvitationPage } from '#contracts/invite.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { checkInvite, registerInvited } from '../kit/api/invites.js';
import { TestServer } from '../kit/api/test-server.js';

const INVITATIONS = '/api/admin/invitations';

describe('an invitation that an admin sends', () => {
  let server: TestServer;
  let owner: ChatUser;
  let admin: ChatUser;
  let email: string;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    admin = await server.register('admin');
    await owner.patch(`/api/admin/users/${admin.id}`, { role: 'admin' });
    await owner.patch('/api/admin/settings', { registration: 'invited' });
  });
  beforeEach(() => {
    email = `${randomUUID().slice(0, 8)}@example.test`;
  });
  afterAll(() => server.stop());

  const invite = (wish: object = {}, who = admin): Promise<Answer<HandedInvitation & Refusal>> =>
    who.post(INVITATIONS, { email, ...wish });
  const renew = (id: string, who = admin): Promise<Answer<HandedInvitation & Refusal>> =>
    who.post(`${INVITATIONS}/${id}/renewal`);
  const withdraw = (id: string, who = admin): Promise<Answer<Refusal>> => who.delete(`${INVITATIONS}/${id}`);
  const waiting = async (): Promise<string[]> =>
    (await body(admin.get<InvitationPage>(`${INVITATIONS}?q=${email}`))).items.map(({ id, role }) => `${role} ${id}`);
  const opens = async ({ url }: HandedInvitation): Promise<boolean> =>
    (await checkInvite(server.address, url.split('#')[1])).status === 200;

  it('lets its person make an account, and is written down with who sent it and from where', async () => {
    const handed = await body(invite());
    expect(handed.invitation).toMatchObject({ email, role: 'member', roomIds: [], invitedBy: { id: admin.id } });
    expect(await waiting()).toEqual([`member ${handed.invitation.id}`]);
    const token = handed.url.split('#')[1] ?? '';
    const come = await registerInvited(server.address, token, `new-${email.slice(0, 8)}`, { email });
    expect([come.status, come.body.user.role]).toEqual([201, 'member']);
    expect(await waiting()).toEqual([]);
    const entries = await server.sql(`select action, actor_id, ip from audit_entries where target_name = $1`, [email]);
    expect(entries).toEqual([
      { action: 'user_invited', actor_id: admin.id, ip: expect.stringMatching(/127\.0\.0\.1/u) },
    ]);
    expect(server.log).not.toContain(token);
  });

  it('is renewed and withdrawn by another than who sent it; then only the last link was good', async () => {
    const first = await body(invite({}, owner));
    const second = await body(renew(first.invitation.id));
    expect(second.invitation).toMatchObject({ id: first.invitation.id, email, invitedBy: { id: admin.id } });
    expect([await opens(first), await opens(second)]).toEqual([false, true]);
    expect((await withdraw(first.invitation.id)).status).toBe(204);
    expect([await opens(second), await waiting()]).toEqual([false, []]);
    expect([(await renew(first.invitation.id)).status, (await withdraw(first.invitation.id)).status]).toEqual([
      404, 404,
    ]);
  });

  it('makes an admin when the owner sends it, and no admin touches it', async () => {
    expect([(await invite({ role: 'admin' })).status, await waiting()]).toEqual([403, []]);
    const handed = await body(invite({ role: 'admin' }, owner));
    const kept = [`admin ${handed.invitation.id}`];
    for (const act of [() => invite(), () => renew(handed.invitation.id), () => withdraw(handed.invitation.id)]) {
      const refused = await act();
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    }
    expect([await waiting(), await opens(handed)]).toEqual([kept, true]);
    expect((await renew(handed.invitation.id, owner)).status).toBe(201);
    expect((await body(invite({ email: email.toUpperCase() }, owner))).invitation.role).toBe('member');
    expect(await opens(handed)).toBe(false);
  });

  it('is refused with what is wrong at its field', async () => {
    const problems = async (wish: object): Promise<unknown[]> => {
      const { status, body: said } = await invite(wish);
      return [status, ...(said.errors ?? []).map(({ field, code }) => `${field} ${code}`)];
    };
    expect(await problems({ email: owner.email.toUpperCase() })).toEqual([409, 'email email_taken']);
    expect(await problems({ email: 'nobody', role: 'owner', roomIds: ['x'] })).toEqual([
      422,
      ...['email invalid', 'role invalid', 'roomIds invalid'],
    ]);
    expect(await problems({ also: 1 })).toEqual([422, 'also unknown_field']);
    expect([(await renew('nonsense')).status, (await withdraw(randomUUID())).status]).toEqual([404, 404]);
  });
});
