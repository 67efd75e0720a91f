import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Post } from '#contracts/post.dto.js';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { body } from '../kit/api/answer.js';
import { sendWith, upload } from '../kit/api/files.js';
import { expectFocus } from '../kit/focus.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { findSmallTargets } from '../kit/targets.js';

// Lei opened a post of Hanna's room and changed it; Zoë asks to join.
describe('a card about a person opens from', () => {
  let hanna: Person;

  openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    const [lei, zoe] = [await opened.welcome('王磊 Lei Wang'), await opened.welcome('Zoë Ångström')];
    const { id, slug, chatPost } = await hanna.account.createRoom({ name: '读书会', visibility: 'private' });
    await hanna.account.add(slug, lei.account);
    const post = await lei.account.createPost(slug, { title: 'Meeting', about: 'On Monday' });
    await body(lei.account.patch<Post>(`/api/rooms/${id}/posts/${post.id}`, { about: 'On Tuesday' }));
    await sendWith(lei.account, post.id, [(await upload(lei.account, id, 'what was decided', 'minutes.txt')).id]);
    await body(lei.account.patch<Post>(`/api/rooms/${id}/posts/${post.id}`, { state: 'resolved' }));
    const said = await lei.account.send(chatPost.id, 'See you there');
    await body(hanna.account.post(`/api/messages/${said.id}/forward`, { postId: chatPost.id, clientId: randomUUID() }));
    await body(zoe.account.post(`/api/rooms/${slug}/requests`));
  });

  const expectCard = async (link: Locator, name: string) => {
    await link.click();
    const card = hanna.page.getByRole('dialog', { name: `About ${name}` });
    await card.getByRole('heading', { name }).waitFor();
    await hanna.page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await expectFocus(link);
  };
  const link = (within: Locator, name: string) => within.getByRole('link', { name });

  it('the owner of a room and whoever asks to join', async () => {
    await hanna.enter('/r/dushuhui');
    const info = hanna.page.getByRole('region', { name: 'Room info' });
    await expectCard(link(info, 'Hanna Lindqvist').first(), 'Hanna Lindqvist');
    await expectCard(link(info, 'Zoë Ångström'), 'Zoë Ångström');
    // Their picture as well.
    const picture = info.getByRole('listitem').filter({ hasText: 'Zoë' }).locator('app-avatar');
    await picture.click({ force: true });
    await hanna.page.getByRole('dialog', { name: 'About Zoë Ångström' }).waitFor();
    await hanna.page.keyboard.press('Escape');
  });

  it('whose words are forwarded', async () => {
    const row = hanna.row('Forwarded from');
    await expectCard(link(row, '王磊'), '王磊 Lei Wang');
  });

  it('the author of a post and of its files, whoever resolved it, and whoever changed it', async () => {
    await hanna.page.goto('/r/dushuhui/p/meeting');
    const info = hanna.page.getByRole('region', { name: 'Post info' });
    await expectCard(link(info, '王磊').first(), '王磊 Lei Wang');
    await expectCard(link(info, '王磊').nth(1), '王磊 Lei Wang');
    for (const place of ['app-post-hero', 'app-quiet-bar', 'app-file-row'])
      await expectCard(link(hanna.page.locator(place), '王磊'), '王磊 Lei Wang');
    expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
    await hanna.page.getByRole('button', { name: 'Post menu' }).first().click();
    await hanna.page.getByRole('menuitem', { name: 'Edit history' }).click();
    const history = hanna.page.getByRole('dialog', { name: 'Edit history' });
    await expectCard(link(history, '王磊').first(), '王磊 Lei Wang');
    await history.waitFor();
    expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
    await hanna.page.keyboard.press('Escape');
  });

  it('names that a thumb can reach', async () => {
    await hanna.page.setViewportSize(PHONE);
    for (const path of ['/r/dushuhui', '/r/dushuhui/p/meeting']) {
      await hanna.visit(path);
      expect({ path, small: await findSmallTargets(hanna.page, 44) }).toEqual({ path, small: [] });
    }
  });
});
