import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { House } from '../kit/house.js';
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
  return JSON.stringify([values, localStorage.getItem('roomers.user')]);
}

describe('what a device keeps', () => {
  let house: House;
  let guest: Person;
  const kept = (page: Page) => page.evaluate(keptHere);

  beforeAll(async () => {
    house = await House.open();
    guest = house.lei;
    await house.hanna.page.goto('/r/jiqixuexi');
    await house.hanna.say('between us');
  }, 90_000);

  afterAll(async () => {
    await house.close();
  });

  /** Reads the room until the device has kept its rows and the lists. */
  async function read(): Promise<void> {
    await guest.page.goto('/r/jiqixuexi');
    await guest.row('between us').waitFor();
    // The lists of an earlier page, kept before the room was joined, do not do.
    const isWhole = async () =>
      /between us/u.test(await kept(guest.page)) && /"slug":"jiqixuexi"/u.test(await kept(guest.page));
    for (let count = 0; count < 40 && !(await isWhole()); count += 1) await guest.page.waitForTimeout(250);
    expect(await isWhole()).toBe(true);
  }

  it('is there on the next visit before the server has said anything about it', async () => {
    await read();
    await guest.page.route(/\/api\/(?!auth|config)/u, () => undefined);
    await guest.page.routeWebSocket(/socket\.io/u, () => undefined);
    await guest.page.reload();
    await guest.row('between us').waitFor();
    expect(await guest.page.getByRole('list', { name: 'Posts' }).getByText('论文').count()).toBe(1);
    await guest.page.unrouteAll({ behavior: 'ignoreErrors' });
  }, 30_000);

  it('is gone once one has signed out', async () => {
    await guest.page.goto('/rooms');
    await guest.page.getByRole('button', { name: /account menu/u }).click();
    await guest.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await guest.page.waitForURL('**/sign-in');
    const left = await kept(guest.page);
    expect(left).not.toContain('between us');
    expect(left).not.toContain('jiqixuexi');
    expect(left).not.toContain(guest.username);
  }, 30_000);
});
