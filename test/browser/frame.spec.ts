import { describe, expect, it } from '@jest/globals';
import type { Authenticated } from '#contracts/auth.dto.js';
import { findViolations } from '../kit/accessibility.js';
import { ask, body } from '../kit/api/answer.js';
import { expectSoon } from '../kit/eventually.js';
import { expectFocus, focusedPart, pressKeys } from '../kit/focus.js';
import { moveInTogether, openHouse } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';
import { boxOf, still } from '../kit/still.js';

// What stands around the conversation. Each test goes on where the one before ended.
describe('the frame', () => {
  let hanna: Person;
  let lei: Person;
  const press = (...keys: string[]) => pressKeys(hanna, keys);

  const house = openHouse(
    async (opened) => {
      ({ hanna, lei } = await moveInTogether(opened));
    },
    { isCut: true },
  );

  it('takes another width by mouse and by keyboard, and keeps it over a reload', async () => {
    await hanna.page.goto('/r/jiqixuexi');
    const edge = hanna.page.getByRole('separator', { name: 'Width of the left sidebar' });
    const at = (width: number) => hanna.page.locator(`app-list-resizer[aria-valuenow="${String(width)}"]`).waitFor();
    const { x, y, height } = await boxOf(edge);
    await hanna.page.mouse.move(x + 4, y + height / 2);
    await hanna.page.mouse.down();
    await hanna.page.mouse.move(x + 44, y + height / 2, { steps: 4 });
    await hanna.page.mouse.up();
    await at(336);
    await edge.press('ArrowLeft');
    await at(320);
    await edge.press('End');
    await at(400);
    await hanna.page.reload();
    await at(400);
    await expectLeft(hanna, 76 + 400);
    await edge.dblclick();
    await expectLeft(hanna, 76 + 296);
  });

  it('hides both sidebars by keys, over a reload, and shows a way back', async () => {
    const info = hanna.page.getByRole('region', { name: 'Room info' });
    await press('Control+b');
    await expectLeft(hanna, 76 + 8);
    await press('Control+.');
    await info.waitFor({ state: 'hidden' });
    await hanna.page.reload();
    await hanna.composer.waitFor();
    await expectLeft(hanna, 76 + 8);
    await info.waitFor({ state: 'hidden' });
    await hanna.page.getByRole('button', { name: 'Show lists' }).click();
    await expectLeft(hanna, 76 + 296);
    await press('Control+.');
    await info.waitFor();
  });

  it('finds a list as far down as it was left, after other lists and after a reload', async () => {
    await hanna.page.setViewportSize({ width: 1000, height: 300 });
    await hanna.page.goto('/r/jiqixuexi');
    const scroller = hanna.page.locator('mat-sidenav .scroll');
    for (const title of ['论文', 'Release notes'])
      await hanna.page.getByRole('list', { name: 'Posts' }).getByText(title).waitFor();
    const down = await scroller.evaluate((list) => (list.scrollTop = list.scrollHeight) && list.scrollTop);
    expect(down).toBeGreaterThan(20);
    const isThere = () =>
      hanna.page.waitForFunction(
        (wanted) => Math.abs((document.querySelector('mat-sidenav .scroll')?.scrollTop ?? 0) - wanted) < 2,
        down,
      );
    await hanna.page.getByRole('link', { name: 'Settings' }).click();
    await hanna.page.getByRole('navigation', { name: 'Settings' }).waitFor();
    await hanna.page.goBack();
    await isThere();
    await hanna.page.reload();
    await isThere();
  });

  it('on medium width lays the lists over the page, keeps the focus in them and gives it back', async () => {
    await hanna.page.setViewportSize({ width: 800, height: 900 });
    const opener = hanna.page.getByRole('button', { name: 'Show lists' });
    await opener.click();
    const lists = hanna.page.locator('mat-sidenav');
    await expectSoon(() => focusedPart(hanna), 'lists');
    for (let count = 0; count < 14; count += 1) await press('Tab');
    expect(await focusedPart(hanna)).toBe('lists');
    await press('Escape');
    await lists.waitFor({ state: 'hidden' });
    await expectFocus(opener);
    await press('Control+.');
    await hanna.page.locator('mat-drawer-container .mat-drawer-backdrop.mat-drawer-shown').waitFor();
    await press('Escape');
  });

  it('works at twice the size', async () => {
    await hanna.page.setViewportSize({ width: 720, height: 450 });
    await hanna.page.goto('/r/jiqixuexi');
    await hanna.say('written at 200 %');
    await hanna.row('written at 200 %').waitFor();
    const account = hanna.page.getByRole('button', { name: /account menu/u });
    await account.scrollIntoViewIfNeeded();
    await account.click();
    await hanna.page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await press('Escape');
    await expectSoon(() => hanna.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  });

  it('in the title and the picture of the tab, on two devices, until it is read on one', async () => {
    const second = await house.newPerson('Hanna Lindqvist', {
      baseURL: house.cable.address,
      storageState: await hanna.context.storageState(),
    });
    const other = second.page;
    await other.goto('/settings/profile');
    await hanna.page.goto('/settings/profile');
    await hanna.page.waitForFunction(
      () => document.querySelector('link[rel=icon]')?.getAttribute('href') === 'favicon.svg',
    );
    await lei.page.goto('/r/jiqixuexi/p/lunwen');
    await lei.say('for two devices');
    for (const page of [hanna.page, other]) {
      await page.waitForFunction(() => document.title.startsWith('(1) '));
      await page.waitForFunction(() =>
        document.querySelector('link[rel=icon]')?.getAttribute('href')?.includes('unread'),
      );
      await page.getByRole('link', { name: 'Rooms', exact: true, description: '1 unread' }).waitFor();
    }
    await hanna.page.goto('/r/jiqixuexi/p/lunwen');
    await hanna.row('for two devices').waitFor();
    await other.waitForFunction(() => !document.title.startsWith('('));
    await other.waitForFunction(() => document.querySelector('link[rel=icon]')?.getAttribute('href') === 'favicon.svg');
    await second.leave();
  });

  it('offline once, without moving the newest message away, and back online with what was sent', async () => {
    house.cable.pull();
    const banner = hanna.page.getByRole('status').filter({ hasText: 'You are offline' });
    await banner.waitFor();
    expect(await banner.count()).toBe(1);
    await still(hanna.page);
    const distance = await hanna.page
      .getByRole('log')
      .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
    expect(distance).toBeLessThan(2);
    expect(await findViolations(hanna.page)).toEqual([]);
    await hanna.say('waits for the cable');
    await hanna.say('waits as well');
    house.cable.plug();
    await banner.getByRole('button', { name: 'Retry' }).click();
    await hanna.page.getByRole('status').filter({ hasText: 'Back online, 2 messages sent' }).waitFor();
    await lei.row('waits as well').waitFor();
    await hanna.page.getByText('Back online').waitFor({ state: 'detached' });
  });

  it('while the server is being updated: a page that counts down and comes back by itself', async () => {
    await hanna.page.route('**/api/auth/refresh', (route) => route.abort());
    await hanna.page.reload();
    await hanna.page.getByRole('heading', { name: 'Roomers is being updated' }).waitFor();
    await hanna.page.getByText('Checking again in 3 s').waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await hanna.page.getByText('Checking again in 2 s').waitFor();
    const reloaded = hanna.page.waitForEvent('load');
    await hanna.page.unroute('**/api/auth/refresh');
    await reloaded;
    await hanna.row('waits as well').waitFor();
  });

  it('when the session has ended: what was begun is kept, and so is the place', async () => {
    await hanna.composer.fill('begun before');
    await endSession(hanna);
    const dialog = hanna.page.getByRole('dialog', { name: /You were signed out/u });
    await dialog.waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await hanna.signIn(hanna.username);
    await hanna.page.waitForURL('**/r/jiqixuexi/p/lunwen');
    await hanna.row('waits as well').waitFor();
    await expectSoon(() => hanna.composer.inputValue(), 'begun before');
    await hanna.composer.fill('');
  });
});

/** Waits until the panel stands where it should. */
async function expectLeft({ page }: Person, left: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => Math.abs((document.getElementById('content')?.getBoundingClientRect().left ?? 0) - wanted) < 1,
    left,
  );
}

/** Changes the password elsewhere and back again, which ends the session of the page. */
async function endSession({ account, username }: Person): Promise<void> {
  const login = { login: username, password: PASSWORD };
  const elsewhere = await body(account.post<Authenticated>('/api/auth/login', login));
  const headers = { authorization: `Bearer ${elsewhere.accessToken}` };
  for (const [oldPassword, newPassword] of [
    [PASSWORD, `${PASSWORD} for a moment`],
    [`${PASSWORD} for a moment`, PASSWORD],
  ]) {
    const change = { oldPassword, newPassword };
    await body(ask(account.address, '/api/auth/password', { method: 'POST', body: change, headers }));
  }
}
