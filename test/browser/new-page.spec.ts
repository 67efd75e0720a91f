import { describe, expect, it } from '@jest/globals';
import { openHouse } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';

describe('a page that is no longer the one to have', () => {
  let hanna: Person;
  let lei: Person;

  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    lei = await house.welcome('王磊');
  });

  it('offers to be loaded again when a part of it is gone with an update', async () => {
    const { page } = hanna;
    await page.goto('/rooms');
    await page.getByRole('main').getByRole('button', { name: 'Create room' }).waitFor();
    const isIndex = (url: URL) => url.pathname === '/';
    await page.route(/\/create-room-dialog-[^/]+\.js$/u, (route) => route.fulfill({ status: 404 }));
    await page.route(isIndex, (route) => route.fulfill({ body: '<script src="main-NEXT.js" type="module"></script>' }));
    await page.getByRole('main').getByRole('button', { name: 'Create room' }).click();
    await page.getByRole('status').filter({ hasText: 'Roomers was updated' }).waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Create room' }).click();
    await page.getByRole('dialog', { name: 'Create a room' }).waitFor();
  });

  it('is loaded again for somebody else who has signed in beside it', async () => {
    const { page } = hanna;
    await page.goto('/rooms');
    await page.getByRole('link', { name: 'Home' }).waitFor();
    await page.evaluate(() => Object.assign(window, { isThePageOfHanna: true }));
    await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        await fetch('/api/auth/login', { method: 'POST', headers, body });
      },
      JSON.stringify({ login: lei.username, password: PASSWORD }),
    );
    await page.route(/\/api\/profiles\//u, (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('button', { name: '王磊, account menu' }).waitFor();
    expect(await page.evaluate(() => 'isThePageOfHanna' in window)).toBe(false);
  });
});
