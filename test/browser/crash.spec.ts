import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../kit/chromium.js';
import { Person } from '../kit/person.js';
import { Program, temporaryFolder } from '../kit/program.js';

describe('the server dies between storing a message and telling it', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  let program: Program;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await program.stop();
    folder.remove();
  });

  it('and after its restart the readers see it once, without a reload', async () => {
    const settings = { DATA_DIR: folder.path, RATE_LIMITS: 'off' };
    program = await Program.start(settings);
    const { address } = program;
    const hanna = await Person.register(browser, address, 'Hanna');
    await hanna.createRoom('Crash');
    const lei = await Person.register(browser, address, 'Lei');
    await lei.join('/r/crash');
    await lei.page.evaluate(() => {
      document.documentElement.dataset['loadedOnce'] = 'yes';
    });

    const fixed = { ...settings, PORT: new URL(address).port };
    await program.stop();
    program = await Program.start({ ...fixed, FAIL_POINT: 'message-committed' });
    await lei.page.getByText('Online, 2').waitFor({ timeout: 25_000 });
    await hanna.say('written at the worst moment');
    expect((await program.ended).signal).toBe('SIGKILL');

    program = await Program.start(fixed);
    await lei.row('written at the worst moment').waitFor({ timeout: 20_000 });
    await hanna.row('written at the worst moment').waitFor();
    await hanna.say('and after');
    await lei.row('and after').waitFor();
    for (const person of [hanna, lei]) expect(await person.row('written at the worst moment').count()).toBe(1);
    expect(await lei.page.evaluate(() => document.documentElement.dataset['loadedOnce'])).toBe('yes');

    await program.stop('SIGKILL');
    await lei.leave();
    program = await Program.start(fixed);
    await hanna.page.getByText('Online, 1').waitFor({ timeout: 20_000 });
  }, 90_000);
});
