import { describe, expect, it } from '@jest/globals';
import { expectSoon } from '../kit/eventually.js';
import { DESKTOP, moveInTogether, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { boxOf } from '../kit/still.js';
import { findSmallTargets } from '../kit/targets.js';

// Each test goes on where the one before ended.
describe('the frame on a phone, and how well it can be hit', () => {
  let hanna: Person;

  const house = openHouse(async (opened) => {
    ({ hanna } = await moveInTogether(opened, PHONE));
  });

  it('goes down from rooms to posts to the conversation, and back up one level at a time', async () => {
    await hanna.page.goto('/rooms');
    const navigation = hanna.page.getByRole('navigation', { name: 'Main' });
    await hanna.page.getByRole('list', { name: 'Rooms' }).getByRole('link').first().click();
    const posts = hanna.page.getByRole('list', { name: 'Posts' });
    await posts.getByText('论文').click();
    await hanna.composer.waitFor();
    await navigation.waitFor({ state: 'detached' });
    await hanna.page.getByRole('link', { name: 'Back' }).click();
    await posts.waitFor();
    await navigation.waitFor();
    await hanna.page.goBack();
    await hanna.page.getByRole('list', { name: 'Rooms' }).waitFor();
    expect(new URL(hanna.page.url()).pathname).toBe('/rooms');
  });

  it('goes up from an address that was opened directly, and by a finger from the left edge', async () => {
    await hanna.enter('/r/jiqixuexi/p/lunwen');
    await swipe(hanna, 8, 150);
    await hanna.page.waitForURL('**/r/jiqixuexi?pane=posts');
    await swipe(hanna, 200, 340);
    await hanna.page.waitForTimeout(200);
    expect(hanna.page.url()).toContain('pane=posts');
    await swipe(hanna, 8, 150);
    await hanna.page.waitForURL('**/rooms');
  });

  it('closes the details by a finger from the edge before it goes up', async () => {
    await hanna.page.goto('/r/jiqixuexi');
    await hanna.page.getByRole('button', { name: 'Room menu' }).click();
    await hanna.page.getByRole('button', { name: 'Room info' }).click();
    const info = hanna.page.getByRole('region', { name: 'Room info' });
    await info.waitFor();
    await swipe(hanna, 8, 150);
    await info.waitFor({ state: 'hidden' });
    expect(new URL(hanna.page.url()).search).toBe('');
  });

  it('takes the round button away while a list goes down, and brings it back on the way up', async () => {
    await hanna.page.setViewportSize({ width: 390, height: 330 });
    await hanna.page.goto('/rooms');
    const create = hanna.page.getByRole('button', { name: 'Create room' });
    await hanna.page.getByRole('list', { name: 'Rooms' }).getByRole('link').first().waitFor();
    const { y: usual } = await boxOf(create);
    const isAway = async () => (await boxOf(create)).y > usual + 60;
    const list = hanna.page.locator('mat-sidenav .scroll');
    await list.evaluate((element) => element.scrollTo(0, 60));
    await expectSoon(isAway, true);
    await list.evaluate((element) => element.scrollTo(0, 20));
    await expectSoon(isAway, false);
  });

  it('keeps the place when it is turned', async () => {
    await hanna.page.goto('/r/jiqixuexi/p/lunwen');
    await hanna.composer.fill('half a thought');
    await hanna.page.setViewportSize({ width: 844, height: 390 });
    await expectSoon(() => hanna.composer.inputValue(), 'half a thought');
    await hanna.page.setViewportSize(PHONE);
    await expectSoon(() => hanna.composer.inputValue(), 'half a thought');
    expect(hanna.page.url()).toContain('/p/lunwen');
    await hanna.composer.fill('');
  });

  it('opens the switcher from the account menu, over the whole screen', async () => {
    await hanna.page.goto('/rooms');
    await hanna.page.getByRole('button', { name: /account menu/u }).click();
    await hanna.page.getByRole('button', { name: 'Go to…' }).click();
    const dialog = hanna.page.getByRole('dialog', { name: 'Quick switcher' });
    await dialog.getByRole('combobox').waitFor();
    await expectSoon(() => dialog.boundingBox(), { x: 0, y: 0, ...PHONE });
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('can be hit with the mouse: 40 pixels', async () => {
    await hanna.page.setViewportSize(DESKTOP);
    await hanna.page.goto('/settings/keyboard');
    await hanna.page.getByRole('switch').waitFor();
    expect(await findSmallTargets(hanna.page, 40)).toEqual([]);
  });

  it('can be hit with a finger: 44 pixels', async () => {
    for (const path of ['/settings', '/settings/keyboard']) {
      await hanna.page.goto(path);
      await hanna.page.getByRole('navigation', { name: 'Main' }).waitFor();
      expect({ path, small: await findSmallTargets(hanna.page, 44) }).toEqual({ path, small: [] });
    }
    const stranger = await house.newPerson('nobody', { viewport: PHONE });
    await stranger.page.goto('/register');
    await stranger.page.getByRole('button', { name: 'Create account' }).waitFor();
    expect(await findSmallTargets(stranger.page, 44)).toEqual([]);
    await stranger.leave();
  });

  it('is measured by what sees a planted fault', async () => {
    await hanna.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div style="position:fixed;inset:0;z-index:9999;background:#fff"><style>#large::after{content:"";position:absolute;inset:-12px}</style><button id="small" style="position:absolute;left:80px;top:80px;width:20px;height:50px;padding:0;border:0"></button><button id="large" style="position:absolute;left:200px;top:80px;width:20px;height:20px;padding:0;border:0"></button></div>',
      );
    });
    const small = await findSmallTargets(hanna.page, 44);
    expect(small).toHaveLength(1);
    expect(small[0]!.element).toContain('id="small"');
    expect(small[0]!.width).toBeLessThan(23);
  });
});

/** Moves a finger across the screen. */
async function swipe({ context, page }: Person, from: number, to: number): Promise<void> {
  const touch = await context.newCDPSession(page);
  const points = (x: number) => [{ x, y: 400 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(from) });
  for (let x = from; x <= to; x += 12) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(x) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}
