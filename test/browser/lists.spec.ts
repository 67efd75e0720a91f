import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { expectSoon } from '../kit/eventually.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { still } from '../kit/still.js';

const SIZES = { desktop: DESKTOP, phone: PHONE };

// One organisation from its first room to leaving one: each test goes on where the one before ended.
describe('rooms and posts', () => {
  let hanna: Person;
  let lei: Person;

  const house = openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    lei = await opened.welcome('王磊 Lei Wang');
    await hanna.account.createRoom({ name: '机器学习' });
  });

  const dialog = (name: string): Locator => hanna.page.getByRole('dialog', { name });
  const card = (person: Person, name: string): Locator => person.page.getByRole('article', { name });
  const row = (person: Person, list: 'Rooms' | 'Posts' | 'Members', text: string): Locator =>
    person.page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: text });

  it('preview the address of a room, and offer a free one for one that is taken', async () => {
    await hanna.page.goto('/rooms');
    await hanna.page.getByRole('button', { name: 'Create room' }).first().click();
    const room = dialog('Create a room');
    await room.getByLabel('Name').fill('机器学习');
    const address = room.getByRole('textbox', { name: 'Address' });
    await expectSoon(() => address.inputValue(), 'jiqixuexi-2');
    await address.fill('jiqixuexi');
    await room.getByText('/r/jiqixuexi is in use.').waitFor();
    await room.getByRole('button', { name: 'Use jiqixuexi-2' }).click();
    await expectSoon(() => address.inputValue(), 'jiqixuexi-2');
    await room.getByText('is in use').waitFor({ state: 'detached' });
    await address.fill('bad address');
    await room.getByText('Use a to z, digits and single hyphens.').waitFor();
    await address.fill('');
    await expectSoon(() => address.inputValue(), 'jiqixuexi-2');
    await room.getByRole('button', { name: 'Create room' }).click();
    await hanna.page.waitForURL('**/r/jiqixuexi-2');
  });

  it('filter the directory by name, about and owner, and join before the server has answered', async () => {
    await lei.page.goto('/rooms');
    await card(lei, '机器学习').first().waitFor();
    const search = lei.page.getByRole('main').getByRole('searchbox');
    await search.fill('nothing like it');
    await lei.page.getByText('Nothing for “nothing like it”.').waitFor();
    await search.fill('lindqvist');
    await expectSoon(() => lei.page.getByRole('article').count(), 2);
    await search.fill('');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((done) => (answer = done));
    await lei.page.route('**/membership', async (route) => {
      await held;
      await route.fulfill({ status: 409, json: { code: 'busy', detail: 'Not now.', status: 409 } });
    });
    const first = lei.page.getByRole('article').first();
    await first.getByRole('button', { name: 'Join', exact: true }).click();
    await first.getByText('Joined').waitFor();
    answer();
    await lei.page.getByText('The server is busy. Try again.').waitFor();
    await first.getByRole('button', { name: 'Join', exact: true }).waitFor();
    await lei.page.unroute('**/membership');
    await lei.join('/r/jiqixuexi');
  });

  it('keep a post that was begun over closing its dialog, and make it with known and new tags', async () => {
    await hanna.page.goto('/r/jiqixuexi');
    await hanna.page.getByRole('button', { name: 'New post' }).click();
    const post = dialog('New post');
    await post.getByLabel('Title').fill('论文');
    await post.getByLabel('About').fill('Papers **we** read');
    await post.getByLabel('Tags').fill('reading');
    await post.getByLabel('Tags').press('Enter');
    await post.getByText('Draft saved').waitFor();
    await post.getByRole('button', { name: 'Close' }).click();
    await post.waitFor({ state: 'detached' });
    await hanna.page.reload();
    await hanna.page.getByRole('button', { name: 'New post' }).click();
    await expectSoon(() => post.getByLabel('Title').inputValue(), '论文');
    await post.getByRole('button', { name: 'Remove reading' }).waitFor();
    // Without Enter: what stands in the box is a tag too.
    await post.getByLabel('Tags').fill('#evaluation');
    await post.getByRole('button', { name: 'Create post' }).click();
    await hanna.page.waitForURL(/\/p\/lunwen/u);
    await hanna.page.getByRole('log').getByText('we', { exact: true }).and(hanna.page.locator('strong')).waitFor();
    await hanna.page.getByRole('button', { name: 'New post' }).click();
    await expectSoon(() => post.getByLabel('Title').inputValue(), '');
    await still(hanna.page);
    await post.getByLabel('Title').fill('GPU queue');
    await post.getByLabel('Tags').pressSequentially('eval');
    await hanna.page.getByRole('option', { name: /evaluation.*1 post/u }).click();
    await post.getByLabel('Tags').pressSequentially('infra');
    await hanna.page.getByRole('option', { name: 'Create tag “infra”' }).click();
    await post.getByRole('button', { name: 'Create post' }).click();
    await hanna.page.waitForURL(/\/p\/gpu-queue/u);
    await hanna.page.getByRole('log').getByRole('button', { name: '#infra' }).waitFor();
  });

  it('filter posts by a tag of the head, and sort them, which stays over a reload', async () => {
    await hanna.page.getByRole('log').getByRole('button', { name: '#infra' }).click();
    await row(hanna, 'Posts', '论文').waitFor({ state: 'detached' });
    await hanna.page.getByRole('option', { name: 'All', exact: true }).click();
    await row(hanna, 'Posts', '论文').waitFor();
    await hanna.page.getByRole('button', { name: 'Sort and filter posts' }).click();
    await hanna.page.getByRole('menuitemradio', { name: 'Title' }).click();
    await hanna.page.reload();
    await row(hanna, 'Posts', 'GPU queue').waitFor();
    const titles = async () => {
      const texts = await hanna.page.getByRole('list', { name: 'Posts' }).getByRole('link').allInnerTexts();
      return texts.map((text) => text.split('\n')[0]);
    };
    await expectSoon(titles, ['Chat', 'GPU queue', '论文']);
    await hanna.page.getByRole('searchbox', { name: 'Filter posts' }).fill('lunwen');
    await row(hanna, 'Posts', 'GPU queue').waitFor({ state: 'detached' });
    await row(hanna, 'Posts', '论文').waitFor();
  });

  it('resolve a post and open it again: the other sees it at once', async () => {
    await lei.page.goto('/r/jiqixuexi/p/gpu-queue');
    await hanna.page.goto('/r/jiqixuexi/p/gpu-queue');
    await hanna.page.getByRole('button', { name: 'Mark resolved' }).click();
    await row(lei, 'Posts', 'GPU queue').getByText('Resolved').waitFor();
    await lei.composer.waitFor({ state: 'detached' });
    // The button that was pressed keeps the keyboard's focus.
    expect(await hanna.page.evaluate(() => document.activeElement?.textContent)).toContain('Reopen');
    await lei.page.getByRole('button', { name: 'Reopen' }).first().click();
    await hanna.page.getByRole('button', { name: 'Mark resolved' }).waitFor();
    await hanna.composer.waitFor();
  });

  it('make a member moderator: both see it', async () => {
    await Promise.all([hanna.page.goto('/r/jiqixuexi'), lei.page.goto('/r/jiqixuexi')]);
    await hanna.page.getByRole('button', { name: 'Filter members' }).click();
    await hanna.page.getByRole('searchbox', { name: 'Name or username' }).fill(lei.username);
    await row(hanna, 'Members', 'Hanna').waitFor({ state: 'detached' });
    const member = row(hanna, 'Members', '王磊');
    await member.hover();
    await member.getByRole('button', { name: /^Actions for/u }).click();
    await hanna.page.getByRole('menuitem', { name: 'Make moderator' }).click();
    await member.getByText('Moderator').waitFor();
    await row(lei, 'Members', '王磊').getByText('Moderator · You').waitFor();
  });

  it('list the files of the room while they come, and lead to their message', async () => {
    const info = hanna.page.getByRole('region', { name: 'Room info' });
    await info.getByRole('tab', { name: 'Files' }).click();
    await info.getByText('No files yet').waitFor();
    await lei.share([{ name: '评测报告.txt', mimeType: 'text/plain', buffer: Buffer.from('report') }], 'the report');
    const file = info.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: '.txt' });
    await file.waitFor();
    await info.getByRole('tab', { name: 'Files 1' }).waitFor();
    await info.getByRole('option', { name: 'Pictures' }).click();
    await info.getByText('None of that kind').waitFor();
    await info.getByRole('option', { name: 'Documents' }).click();
    await file.getByRole('link', { name: '评测报告.txt', exact: true }).click();
    await hanna.page.waitForURL(/\/r\/jiqixuexi\/\d+$/u);
    // The choice of the tab is the device's.
    await hanna.page.reload();
    await file.waitFor();
    await info.getByRole('tab', { name: 'Members' }).click();
  });

  it('mark a room read and take it back, on both devices', async () => {
    await lei.page.goto('/r/jiqixuexi/p/gpu-queue');
    await hanna.page.goto('/rooms');
    const phone = await house.welcomeAgain(hanna);
    await phone.page.goto('/rooms');
    await lei.say('one for the room');
    for (const device of [hanna, phone]) await row(device, 'Rooms', '机器学习').first().getByText('1 unread').waitFor();
    await hanna.page.goto('/r/jiqixuexi');
    await row(hanna, 'Posts', 'GPU queue').getByText('1 unread').waitFor();
    await hanna.page.getByRole('button', { name: 'Room menu' }).click();
    await hanna.page.getByRole('menuitem', { name: 'Mark room read' }).click();
    await row(phone, 'Rooms', '机器学习').first().getByText('1 unread').waitFor({ state: 'detached' });
    await hanna.page.getByRole('button', { name: 'Undo' }).click();
    await row(phone, 'Rooms', '机器学习').first().getByText('1 unread').waitFor();
    await row(hanna, 'Posts', 'GPU queue').getByText('1 unread').waitFor();
    await phone.leave();
  });

  it('show a pencil where something was begun', async () => {
    await hanna.page.goto('/r/jiqixuexi/p/lunwen');
    await hanna.composer.fill('half a thought');
    await hanna.page.goto('/r/jiqixuexi');
    await row(hanna, 'Posts', '论文').getByText('Draft').waitFor();
    await hanna.page.getByRole('link', { name: 'All rooms' }).click();
    await row(hanna, 'Rooms', '机器学习').getByText('Draft').waitFor();
  });

  it('add somebody to a private room, who leaves it: a page says so', async () => {
    await hanna.createRoom('Quiet', 'Private');
    await hanna.page.getByRole('button', { name: 'Add member' }).click();
    const adding = dialog('Add member');
    await adding.waitFor();
    await still(hanna.page);
    await adding.getByRole('combobox', { name: 'Name or username' }).pressSequentially('王磊');
    await hanna.page.getByRole('option', { name: '王磊' }).click();
    await adding.getByRole('button', { name: 'Add member' }).click();
    await row(hanna, 'Members', '王磊').waitFor();
    await lei.page.goto('/r/quiet');
    await lei.page.getByRole('button', { name: 'Room menu' }).click();
    await lei.page.getByRole('menuitem', { name: 'Leave room' }).click();
    await lei.page.getByRole('alertdialog').getByRole('button', { name: 'Leave room' }).click();
    await lei.page.getByText('You left Quiet').waitFor();
    await row(hanna, 'Members', '王磊').waitFor({ state: 'detached' });
    await lei.page.reload();
    await lei.page.getByText('You cannot open this room').waitFor();
  });

  it('have no accessibility violation with menus, dialogs and panels open', async () => {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await hanna.page.setViewportSize(viewport);
      for (const [place, open] of Object.entries(openings(size))) {
        await hanna.page.goto(place);
        await open();
        const found = await findViolationsInThemes(hanna.page);
        expect({ size, place, found }).toEqual({ size, place, found: NO_VIOLATIONS });
      }
    }
  });

  /** What is opened on which page before it is looked at; pages at rest are looked at elsewhere. */
  function openings(size: string): Record<string, () => Promise<void>> {
    const click = async (name: string) => hanna.page.getByRole('button', { name }).first().click();
    if (size === 'phone') {
      return {
        '/r/jiqixuexi?pane=posts': async () => {
          await click('New post');
          await dialog('New post').getByLabel('Tags').waitFor();
        },
        '/r/jiqixuexi': async () => {
          await click('Room menu');
          await hanna.page.getByRole('button', { name: 'Room info' }).click();
          await row(hanna, 'Members', '王磊').waitFor();
        },
      };
    }
    return {
      '/rooms': async () => {
        await click('Create room');
        await dialog('Create a room').getByLabel('Name').fill('Quiet');
        await dialog('Create a room').getByText('This address is free').waitFor();
      },
      '/r/jiqixuexi/p/lunwen': async () => {
        await click('Post menu');
        await hanna.page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
      },
    };
  }
});
