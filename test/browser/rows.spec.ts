import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { expectSoon } from '../kit/eventually.js';
import { focused } from '../kit/focus.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { boxOf, still } from '../kit/still.js';

const TELEPHONE = { viewport: PHONE, hasTouch: true, isMobile: true };
const CODE = 'Config:\n\n```yaml eval.yaml\ntokenizer: bpe  # was: random\nbatch: 512\n```\n\n- [x] done\n- [ ] to do';

/** Rests a finger on the middle of an element until what it opens is there. */
async function press(person: Person, target: Locator, opened: Locator): Promise<void> {
  const { x, y, width, height } = await boxOf(target);
  const fingers = await person.context.newCDPSession(person.page);
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await opened.waitFor();
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe('rows of a conversation', () => {
  let hanna: Person;
  let lei: Person;

  const house = openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    lei = await opened.welcome('王磊 Lei Wang');
    await hanna.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { slug, chatPost } = await hanna.account.createRoom({ name: '读书会' });
    await lei.account.join(slug);
    await lei.account.send(chatPost.id, 'Look at [this page](https://example.org)');
    await hanna.account.send(chatPost.id, 'mine to change');
    await lei.account.send(chatPost.id, CODE);
    for (const person of [hanna, lei]) {
      await person.enter('/r/dushuhui');
      await person.row('eval.yaml').waitFor();
    }
  });

  const openActions = () => hanna.page.keyboard.press('Enter');

  it('are one stop for Tab; j, k and the arrows go from one to the next', async () => {
    const { page } = hanna;
    await hanna.composer.focus();
    // Over the format row, which is one stop as well.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    const textOfRow = () => page.evaluate(() => document.activeElement?.closest('article')?.textContent);
    await expectSoon(textOfRow, expect.stringContaining('eval.yaml'));
    await hanna.row('eval.yaml').focus();
    const [mine, first] = [/mine to change/u, /Look at this page/u];
    for (const [key, row] of [
      ['k', mine],
      ['ArrowUp', first],
      ['j', mine],
      ['ArrowDown', /Config/u],
    ] as const) {
      await page.keyboard.press(key);
      await expectSoon(() => focused(hanna), expect.stringMatching(row));
    }
    const stops = hanna.page.getByRole('log').locator('article[tabindex="0"], article a[href]:not([tabindex="-1"])');
    await expectSoon(() => stops.count(), 1);
  });

  it('let Tab into the one that has the focus', async () => {
    await hanna.row('this page').focus();
    await still(hanna.page);
    const seen: string[] = [];
    for (let time = 0; time < 3; time += 1) {
      await hanna.page.keyboard.press('Tab');
      seen.push(await focused(hanna));
    }
    expect(seen[0]).toMatch(/王磊/u);
    expect(seen.slice(1)).toEqual(['this page', 'More']);
  });

  it('copy by c, edit by e, and have the focus again after each', async () => {
    const { page } = hanna;
    await hanna.row('mine to change').focus();
    await page.keyboard.press('c');
    await page.getByText('Text copied').waitFor();
    await expectSoon(() => page.evaluate(() => navigator.clipboard.readText()), 'mine to change');
    await page.keyboard.press('e');
    const box = page.getByRole('textbox', { name: 'Edited text' });
    await box.fill('mine, changed');
    await box.press('Enter');
    await lei.row('mine, changed').getByText('(edited)').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('article'));
    await expectSoon(() => focused(hanna), expect.stringMatching(/mine, changed, edited$/u));
  });

  it('step back by Esc: from the edit to the row, from the row to the composer', async () => {
    const { page } = hanna;
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'Edited text' }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.matches('article'));
    await page.keyboard.press('Escape');
    await expectSoon(() => focused(hanna), 'Message');
  });

  it('open their actions by Enter, and ask before recalling by Delete', async () => {
    const { page } = hanna;
    await hanna.row('mine, changed').focus();
    await openActions();
    const names = page.getByRole('menuitem');
    await names.first().waitFor();
    for (const name of ['Copy text', 'Copy link', 'Mark unread from here', 'Edit', 'Recall']) {
      await names.filter({ hasText: name }).waitFor();
    }
    await page.keyboard.press('Escape');
    await names.first().waitFor({ state: 'detached' });
    await page.keyboard.press('Delete');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await expectSoon(() => focused(hanna), expect.stringMatching(/mine, changed/u));
  });

  it('have the same menu at the pointer, but leave links and the Shift key to the browser', async () => {
    const { page } = hanna;
    const menu = page.getByRole('menu');
    await hanna.row('this page').getByRole('link').click({ button: 'right' });
    await hanna.row('eval.yaml').click({ button: 'right', modifiers: ['Shift'] });
    expect(await menu.count()).toBe(0);
    const row = await boxOf(hanna.row('this page'));
    const x = row.x + 400;
    await page.mouse.click(x, row.y + 12, { button: 'right' });
    await menu.waitFor();
    const shown = await boxOf(menu);
    expect(Math.min(Math.abs(shown.x - x), Math.abs(shown.x + shown.width - x))).toBeLessThan(12);
    expect(await page.getByRole('menuitem', { name: 'Edit' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await expectSoon(() => focused(hanna), expect.stringMatching(/Look at this page/u));
  });

  it('open the card of their author; Esc brings the focus back', async () => {
    const { page } = hanna;
    await hanna.row('this page').getByRole('button', { name: '王磊' }).click();
    const card = page.getByRole('dialog', { name: 'About 王磊 Lei Wang' });
    await card.getByText(`@${lei.username}`).waitFor();
    await card.getByText('Online now').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('app-profile-card') != null);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await expectSoon(() => focused(hanna), expect.stringMatching(/^王磊/u));
  });

  it('colour code without moving anything, and copy it', async () => {
    const row = hanna.row('eval.yaml');
    await row.locator('.hljs-attr').first().waitFor();
    await row.hover();
    await row.getByRole('button', { name: 'Copy code' }).click();
    const clipboard = () => hanna.page.evaluate(() => navigator.clipboard.readText());
    await expectSoon(clipboard, expect.stringContaining('tokenizer: bpe'));
    await row.getByRole('img', { name: 'Done' }).waitFor();
  });

  it('show pictures as large as one likes', async () => {
    const { page } = lei;
    const files = await Promise.all(
      [1, 2, 3, 4].map(async (number) => ({
        name: `picture-${String(number)}.png`,
        mimeType: 'image/png',
        buffer: await checkeredPng(900, 600),
      })),
    );
    await hanna.share(files, 'four pictures');
    const open = lei.row('four pictures').getByRole('button', { name: /^Open/u });
    await lei.row('four pictures').locator('img[src*="thumbnail"]').nth(2).waitFor({ timeout: 20_000 });
    await expectSoon(() => open.count(), 3);
    await open.nth(1).click();
    const box = page.getByRole('dialog', { name: 'Picture' });
    await box.getByText('2 / 4').waitFor();
    await still(page);
    await page.keyboard.press('ArrowRight');
    await box.getByText('3 / 4').waitFor();
    const image = box.getByRole('img', { name: 'picture-3.png' });
    const width = async () => Math.round((await boxOf(image)).width);
    const whole = await width();
    await page.keyboard.press('+');
    await expectSoon(width, Math.round(whole * 1.5));
    await page.keyboard.press('0');
    await expectSoon(width, whole);
    await image.dblclick();
    await expectSoon(width, Math.round(whole * 2.5));
    await box.getByRole('button', { name: 'Fit' }).click();
    await expectSoon(width, whole);
    // Esc would take the button's tooltip first.
    await page.mouse.move(700, 500);
    await box.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await expectSoon(() => focused(lei), 'Open picture-2.png');
  });

  it('have no accessibility violation', async () => {
    await hanna.row('eval.yaml').focus();
    expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
  });

  it('open a sheet under a finger that rests on them, and have no bar', async () => {
    const priya = await house.welcome('Priya Raman', TELEPHONE);
    await priya.join('/r/dushuhui');
    const row = priya.row('this page');
    await row.getByText('Look at').waitFor();
    const sheet = priya.page.getByRole('dialog', { name: 'Message actions' });
    await press(priya, row.getByText('Look at'), sheet.getByText('Copy text'));
    // The finger was lifted over the sheet's backdrop: that is no click on it.
    await priya.page.waitForTimeout(600);
    await priya.page.locator('article.chosen').filter({ hasText: 'this page' }).waitFor();
    expect(await priya.page.getByRole('toolbar', { name: 'Message actions' }).count()).toBe(0);
    await priya.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await priya.leave();
  });
});
