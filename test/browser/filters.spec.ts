import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { expectSoon } from '../kit/eventually.js';
import { openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

// Hanna has two rooms; in one of them she writes with two people, and there are two posts. Omar is in none, and connected.
describe('filters find Chinese by pinyin and initials, and leave out the rest:', () => {
  let hanna: Person;

  openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    const [lei, zoe] = [await opened.welcome('王磊'), await opened.welcome('Zoë Ångström')];
    const { slug, chatPost } = await hanna.account.createRoom({ name: '机器学习' });
    await hanna.account.createRoom({ name: 'Release Train' });
    await hanna.account.createPost(slug, { title: '论文', tags: ['数据'] });
    await hanna.account.createPost(slug, { title: 'Release notes', tags: ['infra'] });
    for (const person of [lei, zoe]) await hanna.account.add(slug, person.account);
    await hanna.account.send(chatPost.id, 'Minutes of Monday');
    await (await opened.welcome('Omar Haddad')).visit('/');
  });

  const list = (name: string): Locator => hanna.page.getByRole('list', { name });
  const rows = async (within: Locator): Promise<string[]> =>
    (await within.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/gu, ' '));
  const search = (name: string): Locator => hanna.page.getByRole('searchbox', { name });

  it('rooms', async () => {
    await hanna.visit('/rooms');
    for (const text of ['jqxx', 'jiqi', 'ＪＩＱＩ', '学习']) {
      await search('Filter rooms').fill(text);
      await expectSoon(() => rows(list('Rooms')), [expect.stringContaining('机器学习')]);
    }
    for (const text of ['jqxx', 'train rel']) {
      await search('Search by name, about or owner').fill(text);
      await expectSoon(() => hanna.page.getByRole('main').getByRole('article').count(), 1);
    }
  });

  it('posts', async () => {
    await hanna.enter('/r/jiqixuexi');
    for (const [text, title] of [
      ['lw', '论文'],
      ['lunwen', '论文'],
      ['NOTES', 'Release notes'],
    ] as const) {
      await search('Filter posts').fill(text);
      // The chat stays.
      await expectSoon(() => rows(list('Posts')), [expect.stringContaining('Chat'), expect.stringContaining(title)]);
    }
  });

  it('members', async () => {
    await hanna.page.getByRole('button', { name: 'Filter members' }).click();
    for (const [text, name] of [
      ['wl', '王磊'],
      ['wanglei', '王磊'],
      ['zoe ang', 'Zoë Ångström'],
    ] as const) {
      await search('Name or username').fill(text);
      await expectSoon(() => rows(list('Members')), [expect.stringContaining(name)]);
    }
  });

  it('tags', async () => {
    await hanna.page.getByRole('button', { name: 'New post' }).first().click();
    const dialog = hanna.page.getByRole('dialog');
    await dialog.getByLabel('Tags').fill('sj');
    await hanna.page.getByRole('option', { name: /数据.*1 post/u }).waitFor();
    expect(await hanna.page.getByRole('option', { name: 'infra' }).count()).toBe(0);
    await hanna.page.keyboard.press('Escape');
    await dialog.getByLabel('Tags').fill('');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('everything in the switcher', async () => {
    const options = hanna.page.getByRole('listbox').getByRole('option');
    for (const [text, name] of [
      ['jqxx', '机器学习'],
      ['#lw', '论文'],
      ['@wl', '王磊'],
      ['@zoe', 'Zoë Ångström'],
    ] as const) {
      await hanna.page.keyboard.press('Control+k');
      await hanna.page.getByRole('combobox').fill(text);
      await expectSoon(() => options.allInnerTexts(), [expect.stringContaining(name)]);
      await hanna.page.keyboard.press('Escape');
      await hanna.page.getByRole('combobox').waitFor({ state: 'detached' });
    }
  });

  it('who is online in the switcher, also of people one shares no room with', async () => {
    await hanna.page.keyboard.press('Control+k');
    await hanna.page.getByRole('combobox').fill('@omar');
    await hanna.page.getByRole('option', { name: 'Omar Haddad' }).locator('app-avatar .online').waitFor();
    await hanna.page.keyboard.press('Escape');
  });

  it('where a message is forwarded to', async () => {
    await hanna.enter('/r/release-train');
    await hanna.say('Forward me');
    await hanna.row('Forward me').hover();
    await hanna.row('Forward me').getByRole('button', { name: 'More' }).click();
    await hanna.page.getByRole('menuitem', { name: 'Forward' }).click();
    const dialog = hanna.page.getByRole('dialog', { name: 'Forward message' });
    await dialog.getByRole('searchbox').fill('jqxx');
    await expectSoon(() => dialog.getByRole('radio').count(), 3);
    await dialog.getByRole('searchbox').fill('lw');
    await expectSoon(() => dialog.getByRole('radio').count(), 1);
    await hanna.page.keyboard.press('Escape');
  });
});
