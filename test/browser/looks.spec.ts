import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findViolations } from '../kit/accessibility.js';
import { launchChromium } from '../kit/chromium.js';
import { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { findSmallTargets } from '../kit/targets.js';

const THEMES = ['light', 'dark'] as const;
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const PAGES = [
  '/',
  '/rooms',
  '/r/jiqixuexi',
  '/r/jiqixuexi?pane=posts',
  '/r/jiqixuexi/p/lunwen',
  '/u/person1',
  '/settings/profile',
  '/settings/appearance',
  '/r/nowhere',
];

describe('pages with content', () => {
  const folder = temporaryFolder();
  let program: Program;
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    [program, browser] = await Promise.all([
      Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' }),
      launchChromium(),
    ]);
    person = await Person.register(browser, program.address, 'Hanna 林');
    await populate(person);
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await program.stop();
    folder.remove();
  });

  describe.each(THEMES)('in %s', (theme) => {
    it.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
      'have no accessibility violation at %s size',
      async (size) => {
        await person.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await person.page.setViewportSize(SIZES[size]);
        for (const path of PAGES) {
          await person.page.goto(path);
          await person.page.waitForLoadState('networkidle');
          expect({ path, violations: await findViolations(person.page) }).toEqual({ path, violations: [] });
        }
      },
      120_000,
    );

    it('sign-in and registration have none either', async () => {
      const stranger = await Person.open(browser, program.address, 'nobody', { colorScheme: theme });
      for (const path of ['/sign-in', '/register']) {
        await stranger.page.goto(path);
        await stranger.page.getByRole('button', { name: /Sign in|Create account/u }).click();
        await stranger.page.getByRole('alert').or(stranger.page.locator('mat-error')).first().waitFor();
        expect({ path, violations: await findViolations(stranger.page) }).toEqual({ path, violations: [] });
      }
      await stranger.leave();
    }, 60_000);
  });

  it.each(Object.entries({ desktop: 40, phone: 44 }) as [keyof typeof SIZES, number][])(
    'have nothing at %s size that is hard to hit: %i pixels',
    async (size, least) => {
      await person.page.setViewportSize(SIZES[size]);
      const found: object[] = [];
      for (const path of PAGES) {
        await person.page.goto(path);
        await person.page.waitForLoadState('networkidle');
        found.push(...(await findSmallTargets(person.page, least)).map((small) => ({ path, ...small })));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  it('the check sees a planted fault', async () => {
    await person.page.goto('/rooms');
    await person.page.getByRole('button', { name: 'Create room' }).first().waitFor();
    await person.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div style="position:fixed;inset:0 auto auto 0;z-index:9999;background:#fff"><button></button><p style="color:#ccc">hard to read</p></div>',
      );
    });
    const rules = (await findViolations(person.page)).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
  }, 30_000);

  it('fit a phone without scrolling sideways', async () => {
    await person.page.setViewportSize({ width: 320, height: 640 });
    for (const path of PAGES) {
      await person.page.goto(path);
      await person.page.waitForLoadState('networkidle');
      const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
    }
  }, 60_000);

  it('follow the theme that was chosen, over a reload', async () => {
    await person.page.setViewportSize(SIZES.desktop);
    await person.page.emulateMedia({ colorScheme: 'light' });
    await person.page.goto('/settings/appearance');
    await person.page.getByRole('radio', { name: 'Dark' }).check();
    await person.page.reload();
    await person.page.getByRole('radio', { name: 'Dark' }).waitFor();
    expect(await person.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  }, 30_000);

  it('never logged an error', () => {
    expect(person.troubles).toEqual([]);
  });
});

async function populate(person: Person): Promise<void> {
  const { page } = person;
  await person.createRoom('机器学习');
  await page.getByRole('button', { name: 'New post' }).click();
  const dialog = page.getByRole('dialog', { name: 'New post' });
  await dialog.getByLabel('Title').fill('论文');
  await dialog.getByLabel('About').fill('Papers we read. 我们读的论文。');
  await dialog.getByLabel('Tags').fill('reading');
  await dialog.getByLabel('Tags').press('Enter');
  await dialog.getByRole('button', { name: 'Create post' }).click();
  await page.waitForURL(/\/p\/lunwen/u);
  await person.share(
    [
      { name: 'chart.png', mimeType: 'image/png', buffer: await checkeredPng() },
      { name: '评测报告.txt', mimeType: 'text/plain', buffer: Buffer.from('report') },
    ],
    'Look at `this`:\n\n- one\n- two\n\n> quoted\n\nSee [a link](https://example.org) for more.',
  );
  await person.row('Look at').waitFor();
  await person.say('中文消息');
  await person.row('中文消息').waitFor();
  await person.act('中文消息', 'Recall');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Recall' }).click();
  await person.row('Message recalled').waitFor();
}
