import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { findViolations, findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { expectSoon } from '../kit/eventually.js';
import { expectFocus } from '../kit/focus.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { boxOf } from '../kit/still.js';

const ROOM = '/r/jiqixuexi';

// One composer and somebody who reads what comes out of it.
describe('the composer', () => {
  const elsewhere: string[] = [];
  let hanna: Person;
  let lei: Person;

  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    lei = await house.welcome('王磊 Lei Wang');
    hanna.page.on('request', (request) => {
      if (!/^(?:blob|data):/u.test(request.url()) && !request.url().startsWith(house.address))
        elsewhere.push(request.url());
    });
    await hanna.account.createRoom({ name: '机器学习' });
    await hanna.enter(ROOM);
    await lei.join(ROOM);
  });

  const button = (name: string | RegExp): Locator => hanna.page.getByRole('button', { name, exact: true });
  const written = () => hanna.composer.inputValue();
  const tiles = (): Locator => hanna.page.getByRole('list', { name: 'Attached files' }).getByRole('listitem');
  const attach = (name: string, content: string | Buffer = name, mimeType = 'text/plain') =>
    hanna.page.locator('input[type=file]').setInputFiles([{ name, mimeType, buffer: Buffer.from(content) }]);

  it('has the focus once one has joined', async () => {
    await expectFocus(lei.composer);
  });

  it('formats what is selected, in one step that can be undone', async () => {
    await hanna.composer.fill('今天 very important');
    await hanna.composer.press('Control+Shift+ArrowLeft');
    await button('Bold').click();
    await expectSoon(written, '今天 very **important**');
    await hanna.composer.press('Control+z');
    await expectSoon(written, '今天 very important');
    await hanna.composer.press('End');
    await hanna.composer.press('Control+Shift+ArrowLeft');
    await button('Bold').click();
    await button('Italic').press('Enter');
    await hanna.composer.press('Enter');
    await expectSoon(() => lei.row('今天').locator('em strong, strong em').textContent(), 'important');
  });

  it('goes a list on, and out of it', async () => {
    await hanna.composer.pressSequentially('- one');
    await hanna.composer.press('Shift+Enter');
    await hanna.composer.pressSequentially('two');
    await hanna.composer.press('Shift+Enter');
    await hanna.composer.press('Shift+Enter');
    await expectSoon(written, '- one\n- two\n');
    await button('Preview').click();
    await hanna.page.getByRole('region', { name: 'Preview' }).getByRole('listitem').nth(1).waitFor();
    await hanna.page.keyboard.press('Escape');
    await hanna.composer.fill('');
  });

  it('finds emoji by English and by Chinese words, without asking anybody else', async () => {
    await hanna.composer.fill('done ');
    await button('Emoji').click();
    const search = hanna.page.getByRole('combobox', { name: 'Search' });
    await search.fill('tada');
    await hanna.page
      .getByRole('option', { name: /party popper|tada/u })
      .first()
      .click();
    await expectSoon(written, 'done 🎉');
    await expectFocus(hanna.composer);
    await button('Emoji').click();
    await search.fill('西瓜');
    await hanna.page.getByRole('option', { name: /西瓜/u }).first().waitFor();
    await search.fill('瓜');
    await hanna.page.getByRole('group', { name: /search results|搜索结果/iu }).waitFor();
    await hanna.page.getByRole('button', { name: '西瓜' }).waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await search.fill('');
    await hanna.page.getByRole('button', { name: '西瓜' }).waitFor({ state: 'detached' });
    await hanna.page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    await expectFocus(button('Emoji'));
    expect(elsewhere).toEqual([]);
  });

  it('offers emoji for a name begun with a colon, and none for a time', async () => {
    await hanna.composer.fill('');
    await hanna.composer.pressSequentially('at 10:30 :rocke');
    await hanna.page.getByRole('listbox', { name: 'Emoji' }).getByRole('option', { name: 'rocket' }).waitFor();
    await hanna.composer.press('Tab');
    await expectSoon(written, 'at 10:30 🚀 ');
    await hanna.composer.fill('at 10:30');
    await hanna.page.waitForTimeout(200);
    expect(await hanna.page.getByRole('listbox', { name: 'Emoji' }).count()).toBe(0);
    await hanna.composer.fill('');
  });

  it('takes a picture that is pasted, and its description reaches the reader', async () => {
    const picture = (await checkeredPng()).toString('base64');
    await hanna.composer.evaluate((box, base64) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, picture);
    await button('Describe image.png').press('Enter');
    const dialog = hanna.page.getByRole('dialog', { name: 'Describe the picture' });
    await dialog.getByLabel('Description').fill('一个棋盘');
    expect(await findViolations(hanna.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await button('Change the description of image.png').waitFor();
    await hanna.composer.fill('a picture');
    await hanna.composer.press('Enter');
    await lei.row('a picture').getByAltText('一个棋盘').waitFor();
  });

  it('takes a file that is dropped anywhere, and says where', async () => {
    const drag = (type: string) =>
      hanna.page.evaluate((name) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['dropped'], '拖放.txt', { type: 'text/plain' }));
        document
          .querySelector('[role=log]')
          ?.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
      }, type);
    await drag('dragenter');
    await hanna.page.getByText('Drop to attach').waitFor();
    await drag('drop');
    await hanna.page.getByText('Drop to attach').waitFor({ state: 'detached' });
    await tiles().filter({ hasText: '拖放.txt' }).waitFor();
    await button('Remove 拖放.txt').click();
    await tiles().waitFor({ state: 'detached' });
  });

  it('lets an upload be cancelled, and tried again when it failed', async () => {
    await hanna.page.route('**/api/attachments?*', () => undefined);
    await attach('slow.txt');
    await hanna.page.getByRole('progressbar', { name: 'slow.txt' }).waitFor();
    await button('Cancel upload of slow.txt').click();
    await tiles().waitFor({ state: 'detached' });
    await hanna.page.route('**/api/attachments?*', (route) => route.abort());
    await attach('again.txt');
    await tiles().getByRole('alert').filter({ hasText: 'did not answer' }).waitFor();
    await hanna.composer.fill('with a file');
    await expectSoon(() => button('Send').isDisabled(), true);
    await hanna.page.unroute('**/api/attachments?*');
    await button('Try again.txt again').click();
    await button('Remove again.txt').waitFor();
    await hanna.composer.press('Enter');
    await lei
      .row('with a file')
      .getByText('again.txt')
      .or(lei.row('with a file').getByTitle('again.txt'))
      .first()
      .waitFor();
  });

  it('offers to attach a long paste as a file', async () => {
    await hanna.composer.fill('the log: ');
    await hanna.composer.press('End');
    const log = 'a line of a log\n'.repeat(60);
    await hanna.composer.evaluate((box, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, log);
    // What the browser does with a paste that nobody else takes; it does nothing for one that a script made.
    await hanna.page.keyboard.insertText(log);
    await button('Attach as a file instead').click();
    await expectSoon(written, 'the log: ');
    await button('Remove pasted.txt').waitFor();
    await hanna.composer.press('Enter');
    await lei.row('the log:').getByRole('link', { name: 'Download pasted.txt' }).waitFor();
  });

  it('keeps text and files over a reload', async () => {
    await hanna.composer.fill('未完成的');
    await attach('kept.txt');
    await button('Remove kept.txt').waitFor();
    await hanna.page.getByText('Draft saved').waitFor();
    await hanna.page.reload();
    await button('Remove kept.txt').waitFor();
    await expectSoon(written, '未完成的');
    await hanna.composer.press('Enter');
    await lei.row('未完成的').getByRole('link', { name: 'Download kept.txt' }).waitFor();
  });

  it('sends with Control+Enter when that was chosen', async () => {
    await hanna.page.evaluate(() => {
      localStorage.setItem('roomers.preferences', JSON.stringify({ sendKey: 'control-enter' }));
    });
    await hanna.page.reload();
    await hanna.page.getByText('Ctrl Enter to send').waitFor();
    await hanna.composer.pressSequentially('first line');
    await hanna.composer.press('Enter');
    await hanna.composer.pressSequentially('second line');
    await hanna.composer.press('Control+Enter');
    await lei.row('first line').filter({ hasText: 'second line' }).waitFor();
    await hanna.page.evaluate(() => localStorage.removeItem('roomers.preferences'));
    await hanna.page.reload();
  });

  it('is one row on a phone, opens when written in, and never leaves the window', async () => {
    await hanna.page.setViewportSize(PHONE);
    await hanna.composer.waitFor();
    await expectSoon(() => button('Send').count(), 0);
    const middle = async (place: Locator) => {
      const { y, height } = await boxOf(place);
      return Math.round(y + height / 2);
    };
    expect(Math.abs((await middle(button('Emoji'))) - (await middle(hanna.composer)))).toBeLessThanOrEqual(4);
    await hanna.composer.fill('eins\nzwei\ndrei\nvier\nfünf\nsechs\nsieben\nacht');
    expect(await middle(button('Emoji'))).toBeGreaterThan(await middle(hanna.composer));
    for (const name of ['Attach files', 'Formatting', 'Emoji', 'Send']) {
      const { width, height, y } = await boxOf(button(name));
      expect({ name, isLarge: width >= 44 && height >= 44, isInside: y + height <= 844 }).toEqual({
        name,
        isLarge: true,
        isInside: true,
      });
    }
    await button('Attach files').click();
    await hanna.page.getByRole('dialog', { name: 'Attach files' }).getByRole('button', { name: 'Photos' }).waitFor();
    await hanna.page.keyboard.press('Escape');
    await hanna.composer.fill('');
  });

  it('has no accessibility violation with the emoji open', async () => {
    const search = hanna.page.getByRole('combobox', { name: 'Search' });
    for (const size of [DESKTOP, PHONE]) {
      await hanna.page.setViewportSize(size);
      await hanna.composer.fill('some text');
      await button('Emoji').click();
      await hanna.page.getByRole('menuitem', { name: 'grinning face', exact: false }).first().waitFor();
      // The whole grid takes axe half a minute, and each of its buttons is like the next.
      await search.fill('party');
      await hanna.page.getByRole('option', { name: 'party popper', exact: false }).first().waitFor();
      expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
      await hanna.page.keyboard.press('Escape');
      await search.waitFor({ state: 'detached' });
    }
  });
});
