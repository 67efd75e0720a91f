import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoon } from '../kit/eventually.js';
import { moveInTogether, openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

/** Runs in the page: everything that the device keeps of what the server said, as one text. */
async function keptHere(): Promise<string> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('roomers');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(new Error('There is no database'));
  });
  const store = database.transaction('snapshots').objectStore('snapshots');
  const values = await new Promise<unknown>((done) => {
    const asked = store.getAll();
    asked.onsuccess = () => done(asked.result);
  });
  database.close();
  return JSON.stringify([values, { ...localStorage }]);
}

/** Those that the page asks for before its program runs. */
const pagesAhead = (page: Page) => page.locator('link[rel="preload"][href^="house-routes"]').count();

describe('what a device keeps', () => {
  let guest: Person;
  const kept = (page: Page) => page.evaluate(keptHere);

  openHouse(async (house) => {
    const { hanna, lei } = await moveInTogether(house);
    guest = lei;
    await hanna.enter('/r/jiqixuexi');
    await hanna.say('between us');
  });

  /** Reads the room until the device has kept its rows and the lists. */
  async function read(): Promise<void> {
    await guest.page.goto('/r/jiqixuexi');
    await guest.row('between us').waitFor();
    for (const part of [/"seq":2,.*between us/u, /"slug":"jiqixuexi"/u]) {
      await expectSoon(() => kept(guest.page), expect.stringMatching(part));
    }
  }

  it('is there on the next visit before the server has said anything about it', async () => {
    await read();
    await guest.page.route(/\/api\/(?!auth|config)/u, () => undefined);
    await guest.page.routeWebSocket(/socket\.io/u, () => undefined);
    await guest.page.reload();
    await guest.row('between us').waitFor();
    await guest.page.getByRole('list', { name: 'Posts' }).getByText('论文').waitFor();
    expect(await pagesAhead(guest.page)).toBe(1);
  });

  it('is gone once one has signed out', async () => {
    await guest.page.goto('/rooms');
    await guest.page.getByRole('button', { name: /account menu/u }).click();
    await guest.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await guest.page.waitForURL('**/sign-in');
    expect(await pagesAhead(guest.page)).toBe(0);
    const left = await kept(guest.page);
    expect(left).not.toContain('between us');
    expect(left).not.toContain('jiqixuexi');
    expect(left).not.toContain(guest.username);
  });
});
