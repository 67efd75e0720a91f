import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PasswordCheckService } from '../../server/auth/password-check.service.js';
import { newId } from '../../server/platform/ids/ids.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { RoomsService } from '../../server/rooms/rooms.service.js';
import { type TestApp, startApp } from '../kit/app.js';
import { countStatements } from '../kit/statements.js';

/** What a program that has just started does beside is over after some of them. */
const TRIES = 20;

// What time tells is too fine for a test on a busy computer; statements can be counted.
describe('as much is asked of the database', () => {
  let program: TestApp;
  let strangerId: string;
  let secretId: string;
  beforeAll(async () => {
    program = await startApp();
    const ownerId = await program.makeUser('ann');
    strangerId = await program.makeUser('bob');
    secretId = await program.app.get(RoomFounder).create(ownerId, { name: 'Secret', visibility: 'private' });
  });
  afterAll(() => program.close());

  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

  it.each(['ann', 'ann@example.test'])('for the password of %s as for that of nobody', async (login) => {
    const identify = (name: string) => () =>
      refused(program.app.get(PasswordCheckService).identify(name, 'wrong one', '203.0.113.7'), 'wrong_credentials');
    const known = await countStatements(identify(login), TRIES);
    expect(known).toBeGreaterThan(1);
    expect(await countStatements(identify(`no${login}`), TRIES)).toBe(known);
  });

  it('for the address or id of a private room as for one that leads nowhere, at the first time and later', async () => {
    const { slug } = await program.app.get(RoomsService).show(await ownerOf(), secretId);
    const rooms = program.app.get(RoomsService);
    const open = (address: string) => () => refused(rooms.open(strangerId, address), 'not_found');
    for (const [known, unknown] of [
      [slug, 'nowhere'],
      [secretId, newId()],
    ] as const) {
      expect(await countStatements(open(known), TRIES)).toBe(1);
      expect(await countStatements(open(unknown), TRIES)).toBe(1);
    }
  });

  async function ownerOf(): Promise<string> {
    return (await program.app.get(RoomsService).describe(secretId))?.ownerId ?? '';
  }
});
