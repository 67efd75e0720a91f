import { describe, expect, it } from '@jest/globals';
import { findViolations, findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { expectSoon } from '../kit/eventually.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { findSmallTargets } from '../kit/targets.js';

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
  let person: Person;

  const house = openHouse(async (opened) => {
    person = await opened.welcome('Hanna 林');
    await populate(person);
  });

  it.each([
    ['desktop', DESKTOP, 40],
    ['phone', PHONE, 44],
  ])(
    'suit every eye, in both themes, and every hand at %s size',
    async (_, size, least) => {
      await person.page.setViewportSize(size);
      for (const path of PAGES) {
        await person.visit(path);
        const found = await findViolationsInThemes(person.page);
        expect({ path, found }).toEqual({ path, found: NO_VIOLATIONS });
        const small = await findSmallTargets(person.page, least);
        expect({ path, small }).toEqual({ path, small: [] });
      }
    },
    120_000,
  );

  it('sign-in and registration suit every eye when something is missing', async () => {
    const stranger = await house.newPerson('nobody');
    for (const path of ['/sign-in', '/register']) {
      await stranger.page.goto(path);
      await stranger.page.getByRole('button', { name: /Sign in|Create account/u }).click();
      await stranger.page.getByRole('alert').or(stranger.page.locator('mat-error')).first().waitFor();
      const found = await findViolationsInThemes(stranger.page);
      expect({ path, found }).toEqual({ path, found: NO_VIOLATIONS });
    }
    await stranger.leave();
  });

  it('the check sees a planted fault', async () => {
    await person.visit('/rooms');
    await person.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div style="position:fixed;inset:0 auto auto 0;z-index:9999;background:#fff"><button></button><p style="color:#ccc">hard to read</p></div>',
      );
    });
    const rules = (await findViolations(person.page)).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
  });

  it('fit a phone without scrolling sideways', async () => {
    await person.page.setViewportSize({ width: 320, height: 640 });
    for (const path of PAGES) {
      await person.visit(path);
      const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
    }
  });

  it('follow the theme that was chosen, over a reload', async () => {
    await person.page.emulateMedia({ colorScheme: 'light' });
    await person.page.goto('/settings/appearance');
    await person.page.getByRole('radio', { name: 'Dark' }).check();
    await person.page.reload();
    await person.page.getByRole('radio', { name: 'Dark' }).waitFor();
    await expectSoon(() => person.page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
  });
});

async function populate(person: Person): Promise<void> {
  const { account, page } = person;
  const { slug } = await account.createRoom({ name: '机器学习' });
  await account.createPost(slug, { title: '论文', about: 'Papers we read. 我们读的论文。', tags: ['reading'] });
  await person.enter('/r/jiqixuexi/p/lunwen');
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
