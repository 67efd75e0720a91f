import { describe, expect, it } from '@jest/globals';
import { findViolations } from '../kit/accessibility.js';
import { expectSoon } from '../kit/eventually.js';
import { expectFocus, focused, focusedPart, pressKeys, seesFocus } from '../kit/focus.js';
import { moveInTogether, openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

// Each test goes on where the one before ended.
describe('the frame by keyboard', () => {
  let hanna: Person;
  let lei: Person;
  const press = (...keys: string[]) => pressKeys(hanna, keys);

  openHouse(async (house) => {
    ({ hanna, lei } = await moveInTogether(house));
  });

  it('goes from the skip links over rail, lists, header and messages to the composer and the details', async () => {
    await hanna.enter('/r/jiqixuexi');
    await hanna.row('机器学习').waitFor();
    await hanna.page.getByRole('region', { name: 'Room info' }).waitFor();
    const walked: string[] = [];
    for (let count = 0; count < 40 && !walked.includes('Close'); count += 1) {
      await press('Tab');
      // The stream is one message, the one that was chosen last, with what stands in it.
      const name = (await focusedPart(hanna)) === 'stream' ? 'Messages' : await focused(hanna);
      if (name !== walked.at(-1)) walked.push(name);
    }
    const stops = ['Skip to messages', 'Skip to composer', 'Home', 'Rooms', 'Settings', 'Theme', 'Filter posts'];
    const rest = ['Width of the left sidebar', 'Hide room details', 'Messages', 'Message', 'Close'];
    expect(walked.filter((name) => [...stops, ...rest].includes(name))).toEqual([...stops, ...rest]);
  });

  it('skips to where one reads and to where one writes', async () => {
    await hanna.page.getByRole('button', { name: 'Skip to composer' }).focus();
    await press('Enter');
    await expectFocus(hanna.composer);
    await hanna.page.getByRole('button', { name: 'Skip to messages' }).focus();
    await press('Enter');
    await expectSoon(() => focusedPart(hanna), 'stream');
  });

  it('steps through its parts with F6, both ways and around', async () => {
    await hanna.page.getByRole('link', { name: 'Rooms', exact: true }).focus();
    for (const part of ['lists', 'header', 'stream', 'composer', 'info', 'rail']) {
      await press('F6');
      await expectSoon(() => focusedPart(hanna), part);
    }
    await press('Shift+F6');
    await expectSoon(() => focusedPart(hanna), 'info');
  });

  it('shows a ring on everything that takes the focus, in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await hanna.page.emulateMedia({ colorScheme });
      await hanna.page.getByRole('link', { name: 'Home' }).focus();
      const faint: string[] = [];
      for (let name = ''; name !== 'Close'; name = await focused(hanna)) {
        await press('Tab');
        if (!(await seesFocus(hanna))) faint.push(await focused(hanna));
      }
      expect({ colorScheme, faint }).toEqual({ colorScheme, faint: [] });
    }
  });

  it('lists every shortcut on ?, and gives the focus back', async () => {
    const theme = hanna.page.getByRole('button', { name: 'Theme' });
    await theme.focus();
    await press('?');
    const dialog = hanna.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Mark everything as read').waitFor();
    await dialog.locator('kbd').nth(30).waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expectFocus(theme);
  });

  it('goes to a room by its pinyin, and on to writing', async () => {
    await hanna.page.getByRole('link', { name: 'Home' }).click();
    await press('Control+k');
    const field = hanna.page.getByRole('combobox');
    await field.fill('jiqi');
    await hanna.page.getByRole('option', { name: '机器学习' }).waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await press('Enter');
    await hanna.page.waitForURL('**/r/jiqixuexi');
    await expectFocus(hanna.composer);
  });

  it('goes to posts with #, to people with @, moves with the arrows and closes with Escape', async () => {
    await press('Control+k');
    const field = hanna.page.getByRole('combobox');
    await field.fill('#');
    await hanna.page.getByRole('option', { name: 'Release notes' }).waitFor();
    await expectSoon(() => hanna.page.getByRole('group').count(), 1);
    const chosen = hanna.page.getByRole('option', { selected: true });
    await chosen.filter({ hasText: 'Release notes' }).waitFor();
    await press('ArrowDown');
    await chosen.filter({ hasText: '论文' }).waitFor();
    await press('Home');
    await chosen.filter({ hasText: 'Release notes' }).waitFor();
    await press('Escape');
    await field.waitFor({ state: 'detached' });
    await expectFocus(hanna.composer);
    await press('Control+k');
    await field.fill(`@${lei.username}`);
    await hanna.page.getByRole('option', { name: '王磊' }).waitFor();
    await press('Enter');
    await hanna.page.waitForURL(`**/u/${lei.username}`);
  });

  it('goes from post to post, and from unread to unread', async () => {
    await hanna.page.goto('/r/jiqixuexi');
    await hanna.composer.focus();
    await press('Alt+ArrowDown');
    await hanna.page.waitForURL('**/p/*');
    await expectFocus(hanna.composer);
    await press('Alt+ArrowUp');
    await hanna.page.waitForURL('**/r/jiqixuexi');
    await lei.page.goto('/r/jiqixuexi/p/lunwen');
    await lei.say('something to read');
    const row = hanna.page.getByRole('list', { name: 'Posts' }).getByRole('listitem').filter({ hasText: '论文' });
    await row.getByText('1 unread').waitFor();
    await press('Alt+Shift+ArrowDown');
    await hanna.page.waitForURL('**/p/lunwen');
    await hanna.row('something to read').waitFor();
  });

  it('takes single letters outside of text only, and not when they are turned off', async () => {
    await hanna.composer.fill('');
    await hanna.composer.press('n');
    await expectSoon(() => hanna.composer.inputValue(), 'n');
    await hanna.composer.fill('');
    const info = hanna.page.getByRole('button', { name: /Hide .* details/u });
    await info.focus();
    await press('n');
    const dialog = hanna.page.getByRole('dialog', { name: 'New post' });
    await dialog.waitFor();
    await dialog
      .getByRole('button', { name: 'Close' })
      .or(dialog.getByRole('button', { name: 'Cancel' }))
      .first()
      .click();
    await dialog.waitFor({ state: 'detached' });
    await hanna.page.goto('/settings/keyboard');
    const letters = hanna.page.getByRole('switch', { name: /Single letters/u });
    await letters.click();
    await hanna.page.getByRole('button', { name: 'Theme' }).focus();
    await press('?');
    await hanna.page.waitForTimeout(300);
    expect(await hanna.page.getByRole('dialog').count()).toBe(0);
    await letters.click();
  });
});
