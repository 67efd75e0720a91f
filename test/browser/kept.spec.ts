import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually, expectSoon } from '../kit/eventually.js';
import { moveInTogether, openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

/** Runs in the page: everything that the device keeps of what the server said, as one text. */
async function keptHere(): Promise<string> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('roomers');
    // It is the client's to make.
    asked.onupgradeneeded = () => asked.transaction?.abort();
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

/** Runs in the page: takes a message out of what the device keeps of its post. */
async function loseHere(text: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('roomers');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(new Error('There is no database'));
  });
  const store = database.transaction('snapshots', 'readwrite').objectStore('snapshots');
  await new Promise<void>((done) => {
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (cursor === null) {
        done();
        return;
      }
      const kept = cursor.value as { value: { items?: { text: string }[] } };
      if (kept.value.items !== undefined) {
        kept.value.items = kept.value.items.filter((message) => message.text !== text);
        cursor.update(kept);
      }
      cursor.continue();
    };
  });
  database.close();
}

/** Lets the device be first on the next page. @returns lets the server answer from then on */
async function keepServerWaiting(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(/\/api\/(?!auth|config)/u, async (route) => {
    await promise;
    await route.fallback();
  });
  await page.routeWebSocket(/socket\.io/u, async (socket) => {
    await promise;
    socket.connectToServer();
  });
  return () => {
    resolve(undefined);
  };
}

/** Those that the page asks for before its program runs. */
const pagesAhead = (page: Page) => page.locator('link[rel="preload"][href^="house-routes"]').count();

describe('what a device keeps', () => {
  let guest: Person;
  let hanna: Person;
  const kept = (page: Page) => page.evaluate(keptHere);

  openHouse(async (house) => {
    ({ hanna, lei: guest } = await moveInTogether(house));
    await hanna.enter('/r/jiqixuexi');
    await hanna.say('between us');
  });

  /** Reads the room until the device has kept its rows and the lists. @param rows what is written there */
  async function read(rows: RegExp): Promise<void> {
    await guest.page.goto('/r/jiqixuexi');
    for (const part of [rows, /"slug":"jiqixuexi"/u]) {
      await expectSoon(() => kept(guest.page), expect.stringMatching(part));
    }
  }

  it('is laid beside what the server has when one asks for it, and what is missing comes', async () => {
    await hanna.say('and one more');
    await read(/between us.*and one more/u);
    await guest.page.goto('/rooms');
    await guest.page.evaluate(loseHere, 'between us');
    const answer = await keepServerWaiting(guest.page);
    await guest.page.goto('/r/jiqixuexi');
    await guest.row('and one more').waitFor();
    answer();
    const line = guest.page.getByRole('region', { name: 'Room info' }).locator('app-completeness');
    const check = line.getByRole('button', { name: 'Check' });
    await line.getByText('Complete to #3').waitFor();
    expect(await guest.row('between us').count()).toBe(0);
    // Until the connection is there nobody answers.
    await eventually(async () => {
      await check.click();
      await line.getByText(/Complete to #3\.|The server did not answer/u).waitFor();
      expect(await line.getByText('The server did not answer').count()).toBe(0);
    });
    await line.getByText('Complete to #3. 1 message was missing or old, and came now').waitFor();
    await guest.row('between us').waitFor();
    await check.click();
    await line.getByText('Complete to #3. Nothing is missing').waitFor();
    await expectSoon(() => kept(guest.page), expect.stringMatching(/between us.*and one more/u));
  });

  it('is there on the next visit before the server has said anything about it', async () => {
    await read(/"seq":2,.*between us/u);
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
