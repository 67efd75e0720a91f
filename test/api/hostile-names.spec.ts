import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandedInvitation } from '#contracts/invite.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, sendForm, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { MailCatcher } from '../kit/mail-catcher.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u;

// Names that are headers, paths or commands where somebody forgets that they are names.
describe('names that are meant to be more', () => {
  let mail: MailCatcher;
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    mail = await MailCatcher.start();
    server = await TestServer.start({ ...mail.variables, PUBLIC_URL: 'https://chat.example.test' });
    owner = await server.register('ann', { displayName: 'Ann\r\nBcc: eve@example.test\r\n\r\n<b>hello</b>' });
  });
  afterAll(async () => {
    await server.stop();
    await mail.stop();
  });

  it.each([
    'bob@example.test\r\nBcc: eve@example.test',
    'bob@example.test,eve@example.test',
    'bob@example.test;eve@example.test',
    'Bob <bob@example.test>',
    '"bob@example.test"@eve.example.test\n',
    'bob@example.test\u0000',
    'bob@[127.0.0.1]',
  ])('invite nobody at %j', async (email) => {
    const { status, body: refusal } = await owner.post('/api/admin/invitations', { email });
    expect([status, refusal.errors?.map(({ field }) => field)]).toEqual([422, ['email']]);
    expect(await server.sql('select id from invites')).toEqual([]);
  });

  it('are words in the mail of an invitation, which goes to one address and has the headers that we write', async () => {
    const room = await owner.createRoom({ name: 'Lamps\r\nX-Evil: 1 <img src=x onerror=alert(1)>' });
    const wish = { email: 'bob@example.test', roomIds: [room.id] };
    await body(owner.post<HandedInvitation>('/api/admin/invitations', wish));
    const letter = await mail.waitFor('bob@example.test');
    expect(mail.caught.map(({ to }) => to)).toEqual(['bob@example.test']);
    const headers = letter.headers.map(({ key }) => key).filter((key) => !/^(?:content-|mime-)/u.test(key));
    expect(headers.toSorted()).toEqual(['date', 'from', 'message-id', 'subject', 'to']);
    expect(letter.html).not.toMatch(/<(?:b|img)\b/u);
    expect(letter.html).toContain('&lt;');
  });

  it.each([
    ['../../../../etc/cron.d/evil', 'evil'],
    ['..\\..\\windows\\evil.exe', 'evil.exe'],
    ['/etc/passwd', 'passwd'],
    ['..', 'file'],
    ['a"; filename="evil.html', 'a"; filename="evil.html'],
    ['a\r\nX-Evil: 1\r\n\r\n<script>.txt', undefined],
    ['%2e%2e%2fevil.txt', '%2e%2e%2fevil.txt'],
    ['evil\u202Etxt.exe', 'eviltxt.exe'],
  ])('of files (%j) reach neither the disk nor the headers', async (given, kept) => {
    const room = await owner.createRoom();
    const before = new Set(storedFiles(server.dataDir).map(({ path }) => path));
    const file = await upload(owner, room.id, 'content', given);
    if (kept !== undefined) expect(file.name).toBe(kept);
    const added = storedFiles(server.dataDir).filter(({ path }) => !before.has(path));
    expect(added.length).toBeGreaterThan(0);
    for (const { path } of added) {
      expect(path.slice(server.dataDir.length)).toMatch(UUID);
      expect(path).not.toContain('evil');
    }
    const { status, headers } = await download(owner, new URL(file.url, server.address).pathname);
    expect([status, headers.get('x-evil')]).toEqual([200, null]);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.~%!-]*$/u,
    );
  });

  it('lead from the address of a file to no other', async () => {
    const room = await owner.createRoom();
    const { id } = await upload(owner, room.id, 'content', 'a.txt');
    for (const path of [
      `/api/files/attachments/${id}/..%2f..%2f..%2fetc%2fpasswd`,
      `/api/files/attachments/..%2f${id}/a.txt`,
      '/api/files/attachments/%2e%2e/%2e%2e',
      `/api/files/images/..%2f..%2f${id}`,
      `/api/files/images/${id}`,
    ]) {
      const { status, bytes } = await download(owner, path);
      // The name is no part of what is looked for: the first is the file itself.
      if (status === 200) expect(bytes.toString()).toBe('content');
      else expect([path, status]).toEqual([path, 404]);
    }
    const refused = await sendForm(owner, `${room.id}/../..`, [['file', 'x', 'a.txt']]);
    expect([404, 422]).toContain(refused.status);
  });
});
