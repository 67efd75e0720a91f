import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublicConfig } from '#contracts/config.dto.js';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { putPicture, storedFiles } from '../kit/api/files.js';
import { startWithRedis } from '../kit/api/nodes.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually, expectSoon } from '../kit/eventually.js';
import { pixels } from '../kit/photos.js';

const SETTINGS = '/api/admin/settings';
const LOGO = `${SETTINGS}/logo`;

describe('the settings of the organisation', () => {
  let server: TestServer;
  let there: string;
  let owner: ChatUser;
  let member: ChatUser;
  let picture: Buffer;

  beforeAll(async () => {
    ({ server } = await startWithRedis({ ATTACHMENT_MAX_BYTES: '1000000' }));
    there = (await server.startBeside({})).address;
    owner = await server.register('owner');
    member = await server.register('member');
    picture = await pixels(60, 40).png().toBuffer();
  });
  afterAll(() => server.stop());

  const change = (wish: object, who = owner): Promise<Answer<Refusal & OrganisationSettings>> =>
    who.patch(SETTINGS, wish);
  const settings = (who = owner): Promise<OrganisationSettings> => body(who.get<OrganisationSettings>(SETTINGS));
  const config = (who = owner): Promise<PublicConfig> => body(who.get<PublicConfig>('/api/config'));
  const faults = ({ status, body: { errors = [] } }: Answer<Refusal>): string[] => [
    String(status),
    ...errors.map(({ field, code }) => `${field}:${code}`),
  ];
  const kept = (): string[] =>
    storedFiles(server.dataDir)
      .map(({ path }) => path)
      .filter((path) => path.includes('/images/'));

  describe('are refused', () => {
    it('to nobody and to members, and nothing changes', async () => {
      const before = await settings();
      const ended = await server.register('ended');
      await ended.post('/api/auth/logout');
      const requests: [string, string, object | undefined][] = [
        ['GET', SETTINGS, undefined],
        ['PATCH', SETTINGS, { name: 'Taken' }],
        ['PUT', LOGO, undefined],
        ['DELETE', LOGO, undefined],
      ];
      for (const [method, path, wish] of requests) {
        const request = { method, body: wish };
        expect((await server.ask(path, request)).status).toBe(401);
        expect((await ended.ask(method, path, { body: wish })).status).toBe(401);
        expect((await member.ask(method, path, { body: wish })).status).toBe(403);
      }
      expect(await settings()).toEqual(before);
      expect(kept()).toEqual([]);
    });

    it.each([
      [{ name: '' }, 'name:required'],
      [{ name: null }, 'name:required'],
      [{ name: 'a'.repeat(61) }, 'name:too_long'],
      [{ registration: 'closed' }, 'registration:invalid'],
      [{ whoMayInvite: 'nobody' }, 'whoMayInvite:invalid'],
      [{ whoMayCreateRooms: 'members' }, 'whoMayCreateRooms:invalid'],
      [{ emailDomains: 'example.org' }, 'emailDomains:invalid'],
      [{ emailDomains: ['no domain'] }, 'emailDomains:invalid'],
      [{ emailDomains: ['example.org', '@Example.org'] }, 'emailDomains:invalid'],
      [{ emailDomains: ['example.org'] }, 'emailDomains:needs_verified_email'],
      [{ verifiedEmail: true }, 'verifiedEmail:mail_not_configured'],
      [{ verifiedEmail: 'yes' }, 'verifiedEmail:invalid'],
      [{ defaultRoomIds: ['general'] }, 'defaultRoomIds:invalid'],
      [{ attachmentMaxBytes: 1_000_001 }, 'attachmentMaxBytes:too_big'],
      [{ attachmentMaxBytes: 5 }, 'attachmentMaxBytes:too_small'],
      [{ blockedAttachmentTypes: ['a/b'] }, 'blockedAttachmentTypes:invalid'],
      [{ editWindowMinutes: -1 }, 'editWindowMinutes:too_small'],
      [{ editWindowMinutes: 1.5 }, 'editWindowMinutes:invalid'],
      [{ retentionDays: 0 }, 'retentionDays:too_small'],
      [{ retentionDays: 'a year' }, 'retentionDays:invalid'],
      [{ colour: 'blue' }, 'colour:unknown_field'],
    ])('with a value that is wrong: %j', async (wish, fault) => {
      const before = await settings();
      expect(faults(await change(wish))).toEqual(['422', fault]);
      expect(await settings()).toEqual(before);
    });

    it('with every wrong field at once', async () => {
      const wish = { verifiedEmail: true, attachmentMaxBytes: 2_000_000 };
      const expected = ['422', 'verifiedEmail:mail_not_configured', 'attachmentMaxBytes:too_big'];
      expect(faults(await change(wish))).toEqual(expected);
    });
  });

  it('hold at once on every node', async () => {
    const members = [member, member.at(there)];
    for (const one of members) expect((await config(one)).organisation.name).toBe('Roomers');
    const wish = {
      ...{ name: ' Lantern  Works ', registration: 'invited', whoMayInvite: 'members', whoMayCreateRooms: 'admins' },
      ...{ attachmentMaxBytes: 2_048, blockedAttachmentTypes: ['.EXE', 'tar.gz'], editWindowMinutes: 15 },
    };
    expect((await change(wish)).status).toBe(200);
    for (const one of members) {
      // Over the bus; by itself the other node would ask again after five seconds.
      await eventually(async () => {
        expect((await config(one)).organisation.name).toBe('Lantern Works');
      }, 1_000);
      const { organisation, limits } = await config(one);
      expect(organisation).toEqual({
        ...{ name: 'Lantern Works', registration: 'invited', whoMayInvite: 'members', whoMayCreateRooms: 'admins' },
        ...{ emailDomains: [], verifiedEmail: false },
      });
      expect(limits).toMatchObject({
        ...{ attachmentBytes: 2_048, blockedAttachmentTypes: ['exe', 'tar.gz'], editWindowMinutes: 15 },
      });
    }
    const reset = { attachmentMaxBytes: null, editWindowMinutes: null, blockedAttachmentTypes: [] };
    expect((await change(reset)).body).toMatchObject({ attachmentMaxBytes: 1_000_000, editWindowMinutes: null });
  });

  it('are recorded with what changed from what to what, and nothing when nothing did', async () => {
    const entries = (): Promise<object[]> =>
      server.sql(`select * from audit_entries where action = 'settings_changed' order by id desc`);
    const before = await entries();
    await change({ retentionDays: 30 });
    await change({ retentionDays: 30 });
    const after = await entries();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({
      ...{ actor_id: owner.id, actor_name: 'owner', target_type: 'organisation', ip: '127.0.0.1' },
      details: { retentionDays: { from: null, to: 30 } },
    });
  });

  it('of two changes at once keep both', async () => {
    const { version } = await settings();
    await Promise.all([change({ name: 'Both' }), change({ retentionDays: 90 }, owner.at(there))]);
    expect(await settings()).toMatchObject({ name: 'Both', retentionDays: 90, version: version + 2 });
  });

  it('have a logo that everybody sees, also without a session, until there is another', async () => {
    const first = await body(putPicture<OrganisationSettings>(owner, LOGO, picture));
    expect((await config()).organisation.logoUrl).toBe(first.logoUrl);
    const shown = await fetch(server.address + String(first.logoUrl));
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const second = await body(putPicture<OrganisationSettings>(owner, LOGO, picture));
    expect((await fetch(server.address + String(first.logoUrl))).status).toBe(404);
    expect((await fetch(server.address + String(second.logoUrl))).status).toBe(200);
    await expectSoon(() => kept().length, 1);
    expect((await body(owner.delete<OrganisationSettings>(LOGO))).logoUrl).toBeUndefined();
    await expectSoon(() => kept().length, 0);
  });

  it('show no other picture to strangers', async () => {
    await body(putPicture(member, '/api/profiles/me/image', picture));
    const { imageUrl } = await body(member.get<{ imageUrl: string }>('/api/users/me'));
    const id = imageUrl.split('/').at(-1) ?? '';
    expect((await member.get(imageUrl)).status).toBe(200);
    expect((await server.ask(`/api/files/logo/${id}`)).status).toBe(404);
    expect((await server.ask('/api/files/logo/not-an-id')).status).toBe(404);
  });

  it('are changed though the server could not keep all of them any more', async () => {
    // As after a restart with a lower ATTACHMENT_MAX_BYTES and without SMTP_URL.
    await server.sql(
      `update organisation set attachment_max_bytes = 2000000, verified_email = true, email_domains = '{example.org}'`,
    );
    expect((await change({ name: 'Lanterns' })).body).toMatchObject({
      name: 'Lanterns',
      attachmentMaxBytes: 1_000_000,
    });
    expect(faults(await change({ attachmentMaxBytes: 1_500_000 }))).toEqual(['422', 'attachmentMaxBytes:too_big']);
    expect(faults(await change({ verifiedEmail: false }))).toEqual(['422', 'emailDomains:needs_verified_email']);
    expect((await change({ verifiedEmail: false, emailDomains: [] })).status).toBe(200);
  });
});

describe('the settings of an organisation with mail', () => {
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start({ SMTP_URL: 'smtp://127.0.0.1:9' });
    owner = await server.register('owner');
  });
  afterAll(() => server.stop());

  it('can ask for proved addresses of some domains', async () => {
    const wish = { verifiedEmail: true, emailDomains: ['@Example.ORG', 'müller.example'] };
    const { status, body: settings } = await owner.patch<OrganisationSettings>(SETTINGS, wish);
    expect([status, settings.emailDomains]).toEqual([200, ['example.org', 'müller.example']]);
    const { organisation } = await body(server.ask<PublicConfig>('/api/config'));
    expect(organisation).toMatchObject({ verifiedEmail: true, emailDomains: settings.emailDomains });
    expect((await owner.patch(SETTINGS, { verifiedEmail: false })).status).toBe(422);
  });
});
