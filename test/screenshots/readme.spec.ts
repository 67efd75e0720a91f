import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../kit/chromium.js';
import { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { Program, temporaryFolder } from '../kit/program.js';

/** Makes the pictures of the README: npm run screenshots */
describe('a room with people in it', () => {
  const folder = temporaryFolder();
  let program: Program;
  let browser: Browser;
  let hanna: Person;

  beforeAll(async () => {
    [program, browser] = await Promise.all([
      Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' }),
      launchChromium(),
    ]);
    hanna = await Person.register(browser, program.address, 'Hanna Lindqvist');
    await furnish(hanna, await Person.register(browser, program.address, '林晓雨'));
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await program.stop();
    folder.remove();
  });

  it.each(['light', 'dark'] as const)('in %s', async (colorScheme) => {
    await hanna.page.emulateMedia({ colorScheme });
    await hanna.page.mouse.move(700, 20);
    await hanna.page.waitForTimeout(400);
    await hanna.page.screenshot({ path: resolve('docs/screenshots', `room-${colorScheme}.png`) });
  });

  async function furnish(owner: Person, guest: Person): Promise<void> {
    await owner.createRoom('Machine Learning 机器学习');
    const { pathname } = new URL(owner.page.url());
    for (const title of [
      '读论文:Mixture-of-Depths',
      'GPU queue: who has the night slot?',
      '中文 recall drops after checkpoint 7',
    ]) {
      await owner.page.getByRole('button', { name: 'New post' }).click();
      const dialog = owner.page.getByRole('dialog', { name: 'New post' });
      await dialog.getByLabel('Title').fill(title);
      await dialog.getByRole('button', { name: 'Create post' }).click();
      await owner.page.waitForURL(/\/p\//u);
      await owner.say('Who takes a look?');
      await owner.row('Who takes a look?').waitFor();
    }
    await guest.join(pathname);
    await owner.page.goto(pathname);
    await guest.say('评测跑完了。English keeps climbing, but **中文 recall falls to 0.79**.');
    await owner.row('0.79').waitFor();
    await owner.say('Same shape as the tokenizer bug in March. Could be the new shard order.');
    await guest.row('tokenizer bug').waitFor();
    const picture = { name: 'confusion.png', mimeType: 'image/png', buffer: await checkeredPng(480, 300) };
    await guest.share([picture], 'Config from the run: `bpe-zh-v12`');
    await owner.row('Config from the run').locator('img[src*="/thumbnail"]').waitFor({ timeout: 20_000 });
    await owner.say('复现了,谢谢!');
    await guest.row('复现了').waitFor();
  }
});
