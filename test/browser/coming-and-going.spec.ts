import { describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import { expectSoon } from '../kit/eventually.js';
import { openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { boxOf } from '../kit/still.js';

// One visit after the other: what is left behind, and what is found again.
describe('two people who come and go', () => {
  let hanna: Person;
  let lei: Person;
  let club: Room;

  const house = openHouse(
    async (opened) => {
      hanna = await opened.welcome('Hanna');
      lei = await opened.welcome('Lei');
      club = await hanna.account.createRoom({ name: '读书会' });
      await lei.account.join(club.slug);
      for (const person of [hanna, lei]) await person.enter('/r/dushuhui');
    },
    { isCut: true },
  );

  it('know that the connection is gone as soon as the browser does, and that it is back', async () => {
    await lei.context.setOffline(true);
    const banner = lei.page.getByRole('status').filter({ hasText: 'You are offline' });
    await banner.waitFor({ timeout: 5_000 });
    await lei.say('written without a network');
    await lei.context.setOffline(false);
    await hanna.row('written without a network').waitFor({ timeout: 5_000 });
    await banner.waitFor({ state: 'detached' });
  });

  it('send before the file has arrived: the message goes once it has, and can be called off until then', async () => {
    let arrive: () => void = () => undefined;
    const cable = new Promise<void>((done) => (arrive = done));
    await hanna.page.route('**/api/attachments?*', async (route) => {
      await cable;
      await route.continue();
    });
    const picture = { name: 'slow.png', mimeType: 'image/png', buffer: await checkeredPng() };
    await hanna.share([picture], 'with a slow picture');
    const waiting = hanna.page.getByText('Sends when the files are uploaded');
    await waiting.waitFor();
    await hanna.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await waiting.waitFor({ state: 'detached' });
    await expectSoon(() => hanna.composer.inputValue(), 'with a slow picture');
    await hanna.composer.press('Enter');
    await waiting.waitFor();
    expect(await lei.row('with a slow picture').count()).toBe(0);
    arrive();
    await lei.row('with a slow picture').locator('img[src^="/api/files/"]').waitFor();
    await expectSoon(() => hanna.composer.inputValue(), '');
  });

  it('find the line where the new begins, however much it is, and read on to the newest', async () => {
    await lei.hasRead(club.slug);
    await lei.page.goto('/settings');
    await hanna.account.sendAll(club.chatPost.id, numbered(130, 'news'));
    await lei.page.goto('/r/dushuhui');
    const line = lei.page.getByRole('separator', { name: 'New messages' });
    await line.waitFor();
    await expectInSight(lei, 'news 1 of 130');
    const [divider, first] = [await boxOf(line), await boxOf(lei.row('news 1 of 130'))];
    expect(divider.y).toBeLessThan(first.y);
    expect(first.y - divider.y).toBeLessThan(80);
    await lei.page.getByRole('button', { name: /Jump to newest/u }).click();
    await expectInSight(lei, 'news 130 of 130');
    await lei.page.getByRole('button', { name: /Jump to newest/u }).waitFor({ state: 'detached' });
  });

  it('write from far above the newest, and see what they wrote', async () => {
    await lei.hasRead(club.slug);
    await lei.page.goto('/settings');
    await hanna.account.sendAll(club.chatPost.id, numbered(130, 'more'));
    await lei.page.goto('/r/dushuhui');
    await expectInSight(lei, 'more 1 of 130');
    await lei.say('too much to read');
    await expectInSight(lei, 'too much to read');
    await expectSoon(() => lei.page.getByRole('separator', { name: 'New messages' }).count(), 0);
  });

  it('ask to join a private room, and are in it as soon as they are let in', async () => {
    await hanna.createRoom('Quiet', 'Private');
    await lei.page.goto('/r/quiet');
    await lei.page.getByRole('button', { name: 'Ask to join' }).click();
    await lei.page.getByText('its owner has been asked').waitFor();
    await hanna.page.reload();
    const info = hanna.page.getByRole('region', { name: 'Room info' });
    await hanna.page.getByRole('button', { name: 'Hide room details, 1 asking to join' }).waitFor();
    await info.getByRole('button', { name: 'Let Lei in' }).click();
    await lei.composer.waitFor();
    await lei.row('Quiet').waitFor();
    await info.getByRole('list', { name: 'Members' }).getByText('Lei').waitFor();
    await expectSoon(() => info.getByText('Asking to join').count(), 0);
    await lei.page.goto('/r/dushuhui');
  });

  it('hear of a new name wherever it stands, without a reload', async () => {
    await hanna.page.goto('/settings/profile');
    await hanna.page.getByLabel('Display name').fill('汉娜');
    await hanna.account.send(club.chatPost.id, 'signed by me');
    await lei.row('signed by me').getByText('Hanna').waitFor();
    await hanna.page.getByRole('button', { name: /Save/u }).click();
    await lei.row('signed by me').getByText('汉娜').waitFor();
  });

  it('are asked by the page for a socket of its own origin: D31, ws was hard-coded where https needs wss', async () => {
    const origin = 'https://chat.example';
    const visitor = await house.newPerson('Lei', { baseURL: origin });
    const { context, page } = visitor;
    const asked: string[] = [];
    const connecting = new Promise<void>((done) => {
      void context.routeWebSocket(/./u, (socket) => {
        asked.push(socket.url());
        done();
      });
    });
    await context.route(`${origin}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const headers = { ...route.request().headers(), origin: house.address };
      await route.fulfill({ response: await route.fetch({ url: house.address + pathname + search, headers }) });
    });
    await page.goto('/sign-in');
    await visitor.signIn(lei.username);
    await page.waitForURL(`${origin}/`);
    await connecting;
    expect(asked[0]).toMatch(/^wss:\/\/chat\.example\/socket\.io\//u);
    // What the page still asks for is no fault when it goes.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await visitor.leave();
  });
});

const numbered = (length: number, word: string) =>
  Array.from({ length }, (_, index) => `${word} ${String(index + 1)} of ${String(length)}`);

/** Waits until a row is on the screen, whole or in part. */
async function expectInSight(person: Person, text: string): Promise<void> {
  await person.row(text).waitFor();
  await person.page.waitForFunction((words) => {
    const row = [...document.querySelectorAll('article')].find((one) => one.textContent.includes(words));
    const { top = -1, bottom = -1 } = row?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= window.innerHeight;
  }, text);
}
