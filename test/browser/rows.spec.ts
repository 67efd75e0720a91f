import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { findViolations } from '../kit/accessibility.js';
import { launchChromium } from '../kit/chromium.js';
import { Person } from '../kit/person.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { checkeredPng } from '../kit/pictures.js';
import { still } from '../kit/still.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CODE = 'Config:\n\n```yaml eval.yaml\ntokenizer: bpe  # was: random\nbatch: 512\n```\n\n- [x] done\n- [ ] to do';

/** The name of what has the focus: its label, else its first words. */
async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '').trim();
  });
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not on the page');
  return box;
}

/** Rests a finger on the middle of an element for half a second. */
async function press(person: Person, target: Locator): Promise<void> {
  const { x, y, width, height } = await boxOf(target);
  const fingers = await person.context.newCDPSession(person.page);
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await person.page.waitForTimeout(550);
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe('rows of a conversation', () => {
  const folder = temporaryFolder();
  let program: Program;
  let browser: Browser;
  let hanna: Person;
  let lei: Person;

  beforeAll(async () => {
    [program, browser] = await Promise.all([
      Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' }),
      launchChromium(),
    ]);
    hanna = await Person.register(browser, program.address, 'Hanna Lindqvist');
    lei = await Person.register(browser, program.address, '王磊 Lei Wang');
    await hanna.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await hanna.createRoom('读书会');
    await lei.join('/r/dushuhui');
    await lei.say('Look at [this page](https://example.org)');
    await hanna.row('this page').waitFor();
    await hanna.say('mine to change');
    await lei.row('mine to change').waitFor();
    await lei.say(CODE);
    await hanna.row('eval.yaml').waitFor();
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await program.stop();
    folder.remove();
  });

  const openActions = () => hanna.page.keyboard.press('Enter');

  it('are one stop for Tab; j, k and the arrows go from one to the next', async () => {
    const { page } = hanna;
    await hanna.composer.focus();
    // Over the format row, which is one stop as well.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('article')?.textContent)).toContain('eval.yaml');
    const walk: string[] = [];
    await hanna.row('eval.yaml').focus();
    for (const key of ['k', 'ArrowUp', 'j', 'ArrowDown']) {
      await page.keyboard.press(key);
      walk.push(await focused(page));
    }
    const [mine, page1] = [/mine to change/u, /Look at this page/u];
    for (const [index, expected] of [mine, page1, mine, /Config/u].entries()) expect(walk[index]).toMatch(expected);
    const stops = hanna.page.getByRole('log').locator('article[tabindex="0"], article a[href]:not([tabindex="-1"])');
    expect(await stops.count()).toBe(1);
  });

  it('let Tab into the one that has the focus', async () => {
    await hanna.row('this page').focus();
    const seen: string[] = [];
    for (let time = 0; time < 3; time += 1) {
      await hanna.page.keyboard.press('Tab');
      seen.push(await focused(hanna.page));
    }
    expect(seen[0]).toMatch(/王磊/u);
    expect(seen.slice(1)).toEqual(['this page', 'More']);
  });

  it('copy by c, edit by e, and have the focus again after each', async () => {
    const { page } = hanna;
    await hanna.row('mine to change').focus();
    await page.keyboard.press('c');
    await page.getByText('Text copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('mine to change');
    await page.keyboard.press('e');
    const box = page.getByRole('textbox', { name: 'Edited text' });
    await box.fill('mine, changed');
    await box.press('Enter');
    await lei.row('mine, changed').getByText('(edited)').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('article'));
    expect(await focused(page)).toMatch(/mine, changed, edited$/u);
  });

  it('step back by Esc: from the edit to the row, from the row to the composer', async () => {
    const { page } = hanna;
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'Edited text' }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.matches('article'));
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Message');
  });

  it('open their actions by Enter, and ask before recalling by Delete', async () => {
    const { page } = hanna;
    await hanna.row('mine, changed').focus();
    await openActions();
    const names = page.getByRole('menuitem');
    await names.first().waitFor();
    const texts = (await names.allInnerTexts()).join();
    for (const name of ['Copy text', 'Copy link', 'Mark unread from here', 'Edit', 'Recall']) {
      expect(texts).toContain(name);
    }
    await page.keyboard.press('Escape');
    await names.first().waitFor({ state: 'detached' });
    await page.keyboard.press('Delete');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/mine, changed/u);
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
    expect(await focused(page)).toMatch(/Look at this page/u);
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
    expect(await focused(page)).toMatch(/^王磊/u);
  });

  it('colour code without moving anything, and copy it', async () => {
    const row = hanna.row('eval.yaml');
    await row.locator('.hljs-attr').first().waitFor();
    await row.hover();
    await row.getByRole('button', { name: 'Copy code' }).click();
    expect(await hanna.page.evaluate(() => navigator.clipboard.readText())).toContain('tokenizer: bpe');
    expect(await row.getByRole('img', { name: 'Done' }).count()).toBe(1);
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
    expect(await open.count()).toBe(3);
    await open.nth(1).click();
    const box = page.getByRole('dialog', { name: 'Picture' });
    await box.getByText('2 / 4').waitFor();
    await page.keyboard.press('ArrowRight');
    await box.getByText('3 / 4').waitFor();
    const image = box.getByRole('img', { name: 'picture-3.png' });
    const width = async () => {
      await still(page);
      return Math.round((await image.boundingBox())?.width ?? 0);
    };
    const whole = await width();
    await page.keyboard.press('+');
    expect(await width()).toBe(Math.round(whole * 1.5));
    await page.keyboard.press('0');
    await image.dblclick();
    expect(await width()).toBe(Math.round(whole * 2.5));
    await box.getByRole('button', { name: 'Fit' }).click();
    expect(await width()).toBe(whole);
    // Esc would take the button's tooltip first.
    await page.mouse.move(700, 500);
    await box.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Open picture-2.png');
  }, 40_000);

  it.each(['light', 'dark'] as const)(
    'have no accessibility violation in %s',
    async (colorScheme) => {
      await hanna.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await hanna.row('eval.yaml').focus();
      expect(await findViolations(hanna.page)).toEqual([]);
      await hanna.page.emulateMedia({ colorScheme: null, reducedMotion: null });
    },
    30_000,
  );

  it('open a sheet under a finger that rests on them, and have no bar', async () => {
    const priya = await Person.register(browser, program.address, 'Priya Raman', PHONE);
    await priya.join('/r/dushuhui');
    const row = priya.row('this page');
    await row.getByText('Look at').waitFor();
    await press(priya, row.getByText('Look at'));
    const sheet = priya.page.getByRole('dialog', { name: 'Message actions' });
    await sheet.getByText('Copy text').waitFor();
    // The finger was lifted over the sheet's backdrop: that is no click on it.
    await priya.page.waitForTimeout(600);
    expect(await priya.page.locator('article.chosen').innerText()).toContain('this page');
    expect(await priya.page.getByRole('toolbar', { name: 'Message actions' }).count()).toBe(0);
    await priya.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(priya.troubles).toEqual([]);
    await priya.leave();
  }, 40_000);

  it('never met an error in the page', () => {
    expect([...hanna.troubles, ...lei.troubles]).toEqual([]);
  });
});
