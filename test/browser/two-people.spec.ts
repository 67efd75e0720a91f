import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Cable } from '../kit/cable.js';
import { launchChromium } from '../kit/chromium.js';
import { Person } from '../kit/person.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { checkeredPng } from '../kit/pictures.js';

// One conversation from the first account to the last recall: each test goes on where the one before ended.
describe('two people in a room', () => {
  const folder = temporaryFolder();
  let program: Program;
  let cable: Cable;
  let browser: Browser;
  let hanna: Person;
  let lei: Person;

  beforeAll(async () => {
    [program, browser] = await Promise.all([
      Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' }),
      launchChromium(),
    ]);
    cable = await Cable.to(Number(new URL(program.address).port));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await cable.remove();
    await program.stop();
    folder.remove();
  });

  it('register, the first as owner', async () => {
    hanna = await Person.register(browser, program.address, 'Hanna Lindqvist');
    lei = await Person.register(browser, cable.address, '王磊');
    await hanna.page.getByRole('link', { name: 'Rooms' }).first().waitFor();
  }, 40_000);

  it('make a room with a Chinese name, whose welcome names room and owner', async () => {
    await hanna.createRoom('机器学习');
    expect(new URL(hanna.page.url()).pathname).toBe('/r/jiqixuexi');
    await hanna.row('机器学习').filter({ hasText: 'Hanna Lindqvist' }).waitFor();
  });

  it('read it as a visitor, and join', async () => {
    await lei.page.goto('/r/jiqixuexi');
    await lei.row('Hanna Lindqvist').waitFor();
    expect(await lei.composer.count()).toBe(0);
    await lei.join('/r/jiqixuexi');
  });

  it('talk both ways', async () => {
    await hanna.say('Hello **Lei**, 你好');
    const heard = lei.row('Hello');
    await heard.waitFor();
    expect(await heard.locator('strong').textContent()).toBe('Lei');
    await lei.say('收到,谢谢');
    await hanna.row('收到,谢谢').waitFor();
    expect(await hanna.rows.count()).toBe(await lei.rows.count());
  });

  it('show what markup a message carries as text, and run none of it', async () => {
    await lei.say('<img src=x onerror="document.title=1"> <b>plain</b>');
    await hanna.row('<b>plain</b>').waitFor();
    expect(await hanna.page.title()).not.toBe('1');
    expect(await hanna.row('<b>plain</b>').locator('img[src="x"]').count()).toBe(0);
  });

  it('see a picture on the other side without a refresh', async () => {
    await hanna.share([{ name: '图.png', mimeType: 'image/png', buffer: await checkeredPng() }], 'with a picture');
    const picture = lei.row('with a picture').locator('img[src^="/api/files/"]');
    await picture.waitFor();
    await lei.page.waitForFunction(
      (image) => (image as HTMLImageElement).naturalWidth > 0,
      await picture.elementHandle(),
    );
  }, 30_000);

  it('edit: the other sees it, marked as edited', async () => {
    await hanna.say('a tpyo');
    await lei.row('a tpyo').waitFor();
    await hanna.act('a tpyo', 'Edit');
    const box = hanna.page.getByRole('textbox', { name: 'Edited text' });
    await box.fill('a typo');
    await box.press('Enter');
    await lei.row('a typo').getByText('(edited)').waitFor();
    expect(await lei.row('a tpyo').count()).toBe(0);
  });

  it('recall: the other sees that it was, and not what', async () => {
    await hanna.say('a secret');
    await lei.row('a secret').waitFor();
    await hanna.act('a secret', 'Recall');
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Recall' }).click();
    await lei.row('Message recalled by its author').waitFor();
    expect(await lei.row('a secret').count()).toBe(0);
  });

  it('lose the connection and regain it without losing a word, in order', async () => {
    cable.pull();
    await lei.page.getByRole('status').filter({ hasText: 'offline' }).waitFor();
    await lei.say('written offline 1');
    await lei.say('written offline 2');
    await lei.row('written offline 2').getByText('back online').waitFor();
    await hanna.say('meanwhile');
    cable.plug();
    await hanna.row('written offline 2').waitFor();
    await lei.row('meanwhile').waitFor();
    const texts = (await hanna.rows.allInnerTexts()).join('\n');
    expect(texts.indexOf('written offline 1')).toBeLessThan(texts.indexOf('written offline 2'));
    expect(await hanna.row('written offline 1').count()).toBe(1);
    expect(await lei.rows.count()).toBe(await hanna.rows.count());
  }, 40_000);

  it('count what is unread, and read it on view', async () => {
    await lei.page.goto('/rooms');
    const room = lei.page.getByRole('list', { name: 'Rooms' }).getByRole('listitem').filter({ hasText: '机器学习' });
    await room.waitFor();
    await hanna.say('first of two');
    await hanna.say('second of two');
    await room.getByText('2 unread').waitFor();
    await room.getByRole('link').click();
    await lei.row('second of two').waitFor();
    await lei.page.getByRole('list', { name: 'Posts' }).getByText('unread').waitFor({ state: 'detached' });
    await lei.page.getByRole('link', { name: 'All rooms' }).click();
    await room.waitFor();
    await room.getByText('unread').waitFor({ state: 'detached' });
  });

  it('find a new room without a reload', async () => {
    await lei.page.goto('/rooms');
    await lei.page.getByRole('article', { name: '机器学习' }).waitFor();
    await hanna.createRoom('Second room');
    await lei.page.getByRole('article', { name: 'Second room' }).waitFor();
    await hanna.page.goto('/r/jiqixuexi');
  });

  it('write Chinese with an input method: Enter takes the word and sends nothing', async () => {
    await lei.page.goto('/r/jiqixuexi');
    const keyboard = await hanna.context.newCDPSession(hanna.page);
    await hanna.composer.focus();
    await keyboard.send('Input.imeSetComposition', { text: 'ceshi', selectionStart: 5, selectionEnd: 5 });
    // What Chromium reports for every key while an input method has the text.
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
      code: 'Enter',
    });
    await hanna.composer.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true });
    const before = await hanna.rows.count();
    await keyboard.send('Input.insertText', { text: '测试输入法' });
    expect(await hanna.composer.inputValue()).toBe('测试输入法');
    expect(await hanna.rows.count()).toBe(before);
    await hanna.composer.press('Enter');
    await lei.row('测试输入法').waitFor();
    expect(await hanna.composer.inputValue()).toBe('');
  });

  it('see each other come, type and go', async () => {
    await lei.page.goto('/r/jiqixuexi');
    const members = hanna.page.getByRole('list', { name: 'Members' });
    await members.getByText('Online, 2').waitFor();
    await lei.composer.pressSequentially('typing');
    await hanna.page.getByText('王磊 is typing').waitFor();
    await lei.page.goto('about:blank');
    await members.getByText('Online, 1').waitFor({ timeout: 15_000 });
  }, 30_000);

  it('never met an error in the page', () => {
    expect(
      [...hanna.troubles, ...lei.troubles].filter((trouble) => !trouble.startsWith('WebSocket connection')),
    ).toEqual([]);
  });
});
