import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { findViolations } from '../kit/accessibility.js';
import { launchChromium } from '../kit/chromium.js';
import { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { Program, temporaryFolder } from '../kit/program.js';

const ROOM = '/r/jiqixuexi';

// One composer and somebody who reads what comes out of it.
describe('the composer', () => {
  const folder = temporaryFolder();
  const elsewhere: string[] = [];
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
    hanna.page.on('request', (request) => {
      if (!/^(?:blob|data):/u.test(request.url()) && !request.url().startsWith(program.address))
        elsewhere.push(request.url());
    });
    await hanna.createRoom('机器学习');
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await program.stop();
    folder.remove();
  });

  const button = (name: string | RegExp): Locator => hanna.page.getByRole('button', { name, exact: true });
  const tiles = (): Locator => hanna.page.getByRole('list', { name: 'Attached files' }).getByRole('listitem');
  const attach = (name: string, content: string | Buffer = name, mimeType = 'text/plain') =>
    hanna.page.locator('input[type=file]').setInputFiles([{ name, mimeType, buffer: Buffer.from(content) }]);

  it('has the focus once one has joined', async () => {
    await lei.join(ROOM);
    await lei.page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Message');
  });

  it('formats what is selected, in one step that can be undone', async () => {
    await hanna.composer.fill('今天 very important');
    await hanna.composer.press('Control+Shift+ArrowLeft');
    await button('Bold').click();
    expect(await hanna.composer.inputValue()).toBe('今天 very **important**');
    await hanna.composer.press('Control+z');
    expect(await hanna.composer.inputValue()).toBe('今天 very important');
    await hanna.composer.press('End');
    await hanna.composer.press('Control+Shift+ArrowLeft');
    await button('Bold').click();
    await button('Italic').press('Enter');
    await hanna.composer.press('Enter');
    expect(await lei.row('今天').locator('em strong, strong em').textContent()).toBe('important');
  });

  it('goes a list on, and out of it', async () => {
    await hanna.composer.pressSequentially('- one');
    await hanna.composer.press('Shift+Enter');
    await hanna.composer.pressSequentially('two');
    await hanna.composer.press('Shift+Enter');
    await hanna.composer.press('Shift+Enter');
    expect(await hanna.composer.inputValue()).toBe('- one\n- two\n');
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
    await hanna.page.waitForFunction(() => document.querySelector('textarea')?.value === 'done 🎉');
    expect(await hanna.composer.evaluate((box) => box === document.activeElement)).toBe(true);
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
    expect(await button('Emoji').evaluate((opener) => opener === document.activeElement)).toBe(true);
    expect(elsewhere).toEqual([]);
  }, 30_000);

  it('offers emoji for a name begun with a colon, and none for a time', async () => {
    await hanna.composer.fill('');
    await hanna.composer.pressSequentially('at 10:30 :rocke');
    await hanna.page.getByRole('listbox', { name: 'Emoji' }).getByRole('option', { name: 'rocket' }).waitFor();
    await hanna.composer.press('Tab');
    expect(await hanna.composer.inputValue()).toBe('at 10:30 🚀 ');
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
  }, 30_000);

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
    let isReached = false;
    await hanna.page.route('**/api/attachments?*', async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await (isReached ? route.continue() : route.abort());
    });
    await attach('slow.txt');
    await hanna.page.getByRole('progressbar', { name: 'slow.txt' }).waitFor();
    await button('Cancel upload of slow.txt').click();
    await tiles().waitFor({ state: 'detached' });
    await attach('again.txt');
    await tiles().getByRole('alert').filter({ hasText: 'did not answer' }).waitFor();
    await hanna.composer.fill('with a file');
    expect(await button('Send').isDisabled()).toBe(true);
    isReached = true;
    await button('Try again.txt again').click();
    await button('Remove again.txt').waitFor();
    await hanna.page.unroute('**/api/attachments?*');
    await hanna.composer.press('Enter');
    await lei
      .row('with a file')
      .getByText('again.txt')
      .or(lei.row('with a file').getByTitle('again.txt'))
      .first()
      .waitFor();
  }, 30_000);

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
    expect(await hanna.composer.inputValue()).toBe('the log: ');
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
    expect(await hanna.composer.inputValue()).toBe('未完成的');
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
    expect(await lei.row('first line').innerText()).toContain('second line');
    await hanna.page.evaluate(() => localStorage.removeItem('roomers.preferences'));
    await hanna.page.reload();
  });

  it('is one row on a phone, opens when written in, and never leaves the window', async () => {
    await hanna.page.setViewportSize({ width: 390, height: 844 });
    await hanna.composer.waitFor();
    expect(await button('Send').count()).toBe(0);
    const middle = async (place: Locator) => {
      const box = await place.boundingBox();
      return box === null ? Number.NaN : Math.round(box.y + box.height / 2);
    };
    expect(Math.abs((await middle(button('Emoji'))) - (await middle(hanna.composer)))).toBeLessThanOrEqual(4);
    await hanna.composer.fill('eins\nzwei\ndrei\nvier\nfünf\nsechs\nsieben\nacht');
    expect(await middle(button('Emoji'))).toBeGreaterThan(await middle(hanna.composer));
    for (const name of ['Attach files', 'Formatting', 'Emoji', 'Send']) {
      const { width = 0, height = 0, y = 0 } = (await button(name).boundingBox()) ?? {};
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

  it.each(['light', 'dark'] as const)(
    'has no accessibility violation in %s, with the emoji open',
    async (theme) => {
      await hanna.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const search = hanna.page.getByRole('combobox', { name: 'Search' });
      for (const width of [1440, 390]) {
        await hanna.page.setViewportSize({ width, height: 900 });
        await hanna.composer.fill('some text');
        await button('Emoji').click();
        await hanna.page.getByRole('menuitem', { name: 'grinning face', exact: false }).first().waitFor();
        // The whole grid takes axe half a minute, and each of its buttons is like the next.
        await search.fill('party');
        await hanna.page.getByRole('option', { name: 'party popper', exact: false }).first().waitFor();
        expect(await findViolations(hanna.page)).toEqual([]);
        await hanna.page.keyboard.press('Escape');
        await search.waitFor({ state: 'detached' });
      }
    },
    60_000,
  );

  it('never met an error in the page', () => {
    expect([...hanna.troubles, ...lei.troubles]).toEqual([]);
  });
});
