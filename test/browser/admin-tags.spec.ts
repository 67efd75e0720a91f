import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { findViolations } from '../kit/accessibility.js';
import { chooseByKeys, expectFocus } from '../kit/focus.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';

const WITHIN_A_SECOND = { timeout: 1_000 };
const MANY = 210;
const PER_POST = 10;

// Hanna puts the tags in order while Lei reads a post that carries them.
describe('tags in the console', () => {
  let hanna: Person;
  let lei: Person;

  openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    lei = await opened.welcome('王磊 Lei Wang');
    const { slug } = await hanna.account.createRoom({ name: 'Reading Club' });
    await lei.account.join(slug);
    await lei.account.createPost(slug, { title: 'Votes', tags: ['bok', 'vote', '书'] });
    await lei.account.createPost(slug, { title: 'Books', tags: ['book', 'noise'] });
    await lei.page.goto('/r/reading-club/p/votes');
  });

  const row = (name: string): Locator =>
    hanna.page.getByRole('row').filter({ has: hanna.page.getByRole('link', { name, exact: true }) });
  const tagOfPost = (name: string): Locator =>
    lei.page
      .getByRole('main')
      .getByText(new RegExp(`^#?${name}$`, 'u'))
      .first();
  const actionsFor = (name: string): Locator =>
    hanna.page.getByRole('button', { name: `Actions for ${name}`, exact: true });
  const ask = async (name: string, action: string): Promise<void> => {
    await actionsFor(name).click();
    await hanna.page.getByRole('menuitem', { name: action }).click();
  };

  it('are listed with how often they are used, sorted and found, and lead to their posts', async () => {
    await hanna.page.goto('/admin/tags');
    await row('book').getByRole('cell', { name: '1', exact: true }).waitFor();
    await hanna.page.getByRole('columnheader', { name: 'Posts' }).getByRole('button').click();
    await hanna.page.locator('[role=columnheader][aria-sort=ascending]').filter({ hasText: 'Posts' }).waitFor();
    await hanna.page.getByRole('searchbox', { name: 'Name' }).fill('shu');
    await hanna.page.getByRole('status').getByText('1 tag').waitFor();
    await hanna.page.getByRole('searchbox').fill('nothing at all');
    await hanna.page.getByRole('button', { name: 'Show all tags' }).click();
    await row('vote').getByRole('link').click();
    await hanna.page.waitForURL('**/admin/posts?tag=vote');
    await hanna.page.getByText('1 post found').waitFor();
    await hanna.page.getByRole('link', { name: 'Votes' }).waitFor();
  });

  it('are renamed in every post, but not to the name of another', async () => {
    await tagOfPost('vote').waitFor();
    await hanna.page.goto('/admin/tags');
    await chooseByKeys(actionsFor('vote'), 2);
    const dialog = hanna.page.getByRole('dialog', { name: 'Rename “vote”' });
    const name = dialog.getByLabel('Name');
    await expectFocus(name);
    await dialog.getByText('1 post carries this tag').waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await name.fill(' # ');
    await hanna.page.keyboard.press('Enter');
    await dialog.getByText('Enter a name.').waitFor();
    await name.fill('NOISE');
    await hanna.page.keyboard.press('Enter');
    await dialog.getByText('There is a tag of this name already.').waitFor();
    await expectFocus(name);
    await hanna.page.keyboard.press('Escape');
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expectFocus(actionsFor('vote'));
    await ask('vote', 'Rename');
    await name.fill('#投票');
    await hanna.page.keyboard.press('Enter');
    await row('投票').waitFor();
    await tagOfPost('投票').waitFor(WITHIN_A_SECOND);
  });

  it('are merged into one that is chosen from those there are', async () => {
    await hanna.page.goto('/admin/tags');
    await chooseByKeys(actionsFor('bok'), 3);
    const dialog = hanna.page.getByRole('dialog', { name: 'Merge “bok” into another tag' });
    const into = dialog.getByRole('combobox', { name: 'Tag to keep' });
    await dialog.getByText('1 post carries the other tag instead, and “bok” is gone.').waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Choose a tag from the list.' }).waitFor();
    await into.fill('bo');
    await hanna.page.getByRole('option', { name: /^book/u }).waitFor();
    expect(await hanna.page.getByRole('option').count()).toBe(1);
    await hanna.page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await row('bok').waitFor({ state: 'detached' });
    await row('book').getByRole('cell', { name: '2', exact: true }).waitFor();
    await tagOfPost('book').waitFor(WITHIN_A_SECOND);
    await hanna.page.getByRole('heading', { name: 'Tags' }).waitFor();
  });

  it('say when what they were to go into is gone meanwhile', async () => {
    await hanna.page.goto('/admin/tags');
    await ask('noise', 'Merge into another');
    await hanna.page.getByRole('combobox', { name: 'Tag to keep' }).fill('书');
    await hanna.page.getByRole('option', { name: /^书/u }).click();
    await hanna.account.ask('DELETE', `/api/admin/tags/${encodeURIComponent('书')}`);
    await hanna.page.getByRole('button', { name: 'Merge' }).click();
    await hanna.page.getByRole('alert').filter({ hasText: 'One of the two tags is gone.' }).waitFor();
    await hanna.page.keyboard.press('Escape');
    await expectFocus(actionsFor('noise'));
  });

  it('are deleted once one has read of how many posts they are taken', async () => {
    await hanna.page.setViewportSize(PHONE);
    await hanna.page.goto('/admin/tags');
    await actionsFor('noise').click();
    await hanna.page.getByText('Delete tag', { exact: true }).click();
    const question = hanna.page.getByRole('alertdialog');
    await question.getByText('It is taken from 1 post, which stays.').waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await question.getByRole('button', { name: 'Delete tag' }).click();
    await question.waitFor({ state: 'detached' });
    await row('noise').waitFor({ state: 'detached' });
    expect((await lei.account.get('/api/rooms/reading-club/posts/books')).body).toMatchObject({ tags: ['book'] });
  });

  it('are drawn as far as one sees them, however many there are', async () => {
    for (let post = 0; post < MANY / PER_POST; post += 1) {
      const tags = Array.from({ length: PER_POST }, (_, index) => `many ${String(post)} ${String(index)}`);
      await lei.account.createPost('reading-club', { title: `Post ${String(post)}`, tags });
    }
    await hanna.page.goto('/admin/tags');
    const table = hanna.page.getByRole('table', { name: 'Tags' });
    await table.getByRole('row').nth(5).waitFor();
    const drawn = () => table.getByRole('row').count();
    expect(await drawn()).toBeLessThan(50);
    const last = row('投票');
    await table.hover();
    for (let turn = 0; turn < 40 && !(await last.isVisible()); turn += 1) {
      await hanna.page.mouse.wheel(0, 1_500);
      await hanna.page.waitForTimeout(100);
    }
    await last.waitFor();
    expect(await drawn()).toBeLessThan(50);
  });
});
