import { describe, expect, it } from '@jest/globals';
import { expectSoon } from '../kit/eventually.js';
import { openHouse } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';

// One conversation from the first account to the last recall: each test goes on where the one before ended.
describe('two people in a room', () => {
  let hanna: Person;
  let lei: Person;

  const house = openHouse(
    async (opened) => {
      hanna = await opened.newPerson('Hanna Lindqvist');
      lei = await opened.newPerson('王磊', { baseURL: opened.cable.address });
    },
    { isCut: true },
  );

  it('register, the first as owner', async () => {
    for (const { page, username, displayName } of [hanna, lei]) {
      await page.goto('/register');
      await page.getByLabel('Email').fill(`${username}@example.org`);
      await page.getByLabel('Username').fill(username);
      await page.getByLabel('Display name').fill(displayName);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.waitForURL((url) => url.pathname === '/');
    }
    await hanna.page.getByRole('link', { name: 'Rooms' }).first().waitFor();
  });

  it('make a room with a Chinese name, whose welcome names room and owner', async () => {
    await hanna.createRoom('机器学习');
    expect(new URL(hanna.page.url()).pathname).toBe('/r/jiqixuexi');
    await hanna.row('机器学习').filter({ hasText: 'Hanna Lindqvist' }).waitFor();
  });

  it('read it as a visitor, and join', async () => {
    await lei.page.goto('/r/jiqixuexi');
    await lei.row('Hanna Lindqvist').waitFor();
    await expectSoon(() => lei.composer.count(), 0);
    await lei.join('/r/jiqixuexi');
  });

  it('talk both ways', async () => {
    await hanna.say('Hello **Lei**, 你好');
    const heard = lei.row('Hello');
    await heard.waitFor();
    await expectSoon(() => heard.locator('strong').textContent(), 'Lei');
    await lei.say('收到,谢谢');
    await hanna.row('收到,谢谢').waitFor();
    await expectSoon(() => hanna.rows.count(), await lei.rows.count());
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
  });

  it('edit: the other sees it, marked as edited', async () => {
    await hanna.say('a tpyo');
    await lei.row('a tpyo').waitFor();
    await hanna.act('a tpyo', 'Edit');
    const box = hanna.page.getByRole('textbox', { name: 'Edited text' });
    await box.fill('a typo');
    await box.press('Enter');
    await lei.row('a typo').getByText('(edited)').waitFor();
    await expectSoon(() => lei.row('a tpyo').count(), 0);
  });

  it('recall: the other sees that it was, and not what', async () => {
    await hanna.say('a secret');
    await lei.row('a secret').waitFor();
    await hanna.act('a secret', 'Recall');
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Recall' }).click();
    await lei.row('Message recalled by its author').waitFor();
    await expectSoon(() => lei.row('a secret').count(), 0);
  });

  it('lose the connection and regain it without losing a word, in order', async () => {
    house.cable.pull();
    await lei.page.getByRole('status').filter({ hasText: 'offline' }).waitFor();
    await lei.say('written offline 1');
    await lei.say('written offline 2');
    await lei.row('written offline 2').getByText('back online').waitFor();
    await hanna.say('meanwhile');
    house.cable.plug();
    // It comes back by itself, within some seconds.
    await hanna.row('written offline 2').waitFor({ timeout: 20_000 });
    await lei.row('meanwhile').waitFor();
    await expectSoon(
      () => hanna.row('written offline').allInnerTexts(),
      [expect.stringContaining('written offline 1'), expect.stringContaining('written offline 2')],
    );
    await expectSoon(() => lei.rows.count(), await hanna.rows.count());
  });

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
    await expectSoon(() => hanna.composer.inputValue(), '测试输入法');
    expect(await hanna.rows.count()).toBe(before);
    await hanna.composer.press('Enter');
    await lei.row('测试输入法').waitFor();
    await expectSoon(() => hanna.composer.inputValue(), '');
  });

  it('see each other come, type and go', async () => {
    await lei.page.goto('/r/jiqixuexi');
    const members = hanna.page.getByRole('list', { name: 'Members' });
    await members.getByText('Online, 2').waitFor();
    await lei.composer.pressSequentially('typing');
    await hanna.page.getByText('王磊 is typing').waitFor();
    await lei.page.goto('about:blank');
    await members.getByText('Online, 1').waitFor({ timeout: 15_000 });
  });
});
