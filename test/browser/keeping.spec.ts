import { describe, expect, it } from '@jest/globals';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { findViolations } from '../kit/accessibility.js';
import { body } from '../kit/api/answer.js';
import { expectSoon } from '../kit/eventually.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { still } from '../kit/still.js';

describe('keeping rooms and posts', () => {
  let hanna: Person;
  let lei: Person;
  let room: Room;
  let post: Post;

  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    lei = await house.welcome('王磊');
    room = await hanna.account.createRoom({ name: '机器学习' });
    await hanna.account.add(room.slug, lei.account);
    post = await lei.account.createPost(room.id, {
      title: 'Label guidelines v2',
      about: 'First words',
      tags: ['data'],
    });
    await lei.account.createPost(room.id, { title: 'GPU queue', tags: ['infra'] });
    await Promise.all([hanna.enter('/r/jiqixuexi'), lei.enter('/r/jiqixuexi')]);
  });

  const dialog = (person: Person, name: string) => person.page.getByRole('dialog', { name });
  const alert = (person: Person) => person.page.getByRole('alertdialog');
  const notice = (person: Person, text: string) =>
    person.page.locator('mat-snack-bar-container').filter({ hasText: text }).waitFor();
  const choose = async (person: Person, menu: string, action: string) => {
    await person.page.getByRole('button', { name: menu }).first().click();
    await person.page.getByRole('menuitem', { name: action }).click();
  };
  const faults = async (person: Person) => expect(await findViolations(person.page)).toEqual([]);

  it('edit a room: the other sees it at once, and the page at its old address goes on', async () => {
    await choose(hanna, 'Room menu', 'Edit room');
    const form = dialog(hanna, 'Edit room');
    await form.getByLabel('Name').fill('Machine Learning 机器学习');
    await form.getByLabel('Address').fill('machine-learning');
    await form.getByText('The old address /r/jiqixuexi keeps leading here.').waitFor();
    await form.getByLabel('About').fill('Models and data');
    await faults(hanna);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await lei.page.getByRole('heading', { name: 'Machine Learning 机器学习' }).first().waitFor();
    await lei.page.waitForURL('**/r/machine-learning');
    await lei.say('still here');
    await hanna.row('still here').waitFor();
    await lei.page.goto('/r/jiqixuexi');
    await lei.page.waitForURL('**/r/machine-learning');
  });

  it('have favourites, which stand first on every device', async () => {
    await choose(hanna, 'Room menu', 'Add to favourites');
    await hanna.visit('/rooms');
    await hanna.page.getByRole('list', { name: 'Favourites' }).getByText('Machine Learning').waitFor();
    await body(hanna.account.delete(`/api/rooms/${room.id}/favourite`));
    await hanna.page.getByRole('list', { name: 'Favourites' }).waitFor({ state: 'detached' });
    await hanna.enter('/r/machine-learning');
  });

  it('edit a post: what somebody else saved meanwhile is shown before it is replaced', async () => {
    await lei.page.goto(`/r/machine-learning/p/${post.slug}`);
    await choose(lei, 'Post menu', 'Edit post');
    const form = dialog(lei, 'Edit post');
    await form.getByRole('button', { name: 'Remove data' }).click();
    await form.getByLabel('Tags').pressSequentially('数据、infra，x');
    await form.getByLabel('Title').fill('Label guidelines v3');
    await body(hanna.account.patch(`/api/rooms/${room.id}/posts/${post.id}`, { about: 'Second words' }));
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('alert').filter({ hasText: 'Hanna Lindqvist saved changes' }).waitFor();
    await form.getByText('Second words').waitFor();
    await faults(lei);
    await form.getByRole('button', { name: 'Use theirs' }).click();
    await form.getByLabel('Title').fill('Label guidelines v3');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const now = await body(hanna.account.get<Post>(`/api/rooms/${room.id}/posts/${post.id}`));
    expect(now).toMatchObject({ title: 'Label guidelines v3', about: 'Second words', tags: ['数据', 'infra', 'x'] });
  });

  it('ask before what was typed is thrown away: by Esc, beside it and Back, which leads where it led before', async () => {
    const { page } = lei;
    await page.goto('/r/machine-learning');
    await page.getByRole('list', { name: 'Posts' }).getByText('Label guidelines v3').click();
    await page.waitForURL(/\/p\//u);
    const address = page.url();
    await choose(lei, 'Post menu', 'Edit post');
    const about = dialog(lei, 'Edit post').getByLabel('About');
    await about.fill('Third words');
    const question = page.getByRole('alertdialog', { name: 'Close without saving?' });
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => page.mouse.click(5, 5),
      () => page.goBack(),
      () => dialog(lei, 'Edit post').getByRole('button', { name: 'Cancel' }).click(),
    ]) {
      // What a question that was answered laid over the page goes after it.
      await expectSoon(() => page.locator('.cdk-overlay-backdrop').count(), 1);
      await still(page);
      await leave();
      await question.waitFor();
      await faults(lei);
      await question.getByRole('button', { name: 'Cancel' }).click();
      await question.waitFor({ state: 'detached' });
      expect(await about.inputValue()).toBe('Third words');
      await expectSoon(() => page.url(), address);
    }
    await page.goBack();
    await question.getByRole('button', { name: 'Discard' }).click();
    await about.waitFor({ state: 'detached' });
    await page.waitForURL((url) => url.pathname === '/r/machine-learning');
    await page.goForward();
    await page.waitForURL(address);
    await choose(lei, 'Post menu', 'Edit post');
    await about.waitFor();
    await page.goBack();
    await about.waitFor({ state: 'detached' });
    await page.goForward();
    await page.waitForURL(address);
  });

  it('look up what a post was: who changed what', async () => {
    await choose(lei, 'Post menu', 'Edit history');
    const history = dialog(lei, 'Edit history');
    await expectSoon(() => history.getByRole('listitem').count(), 3);
    const newest = history.getByRole('listitem').first();
    await expectSoon(() => newest.locator('del').allInnerTexts(), ['v2']);
    expect(await newest.locator('ins').allInnerTexts()).toEqual(['v3']);
    await faults(lei);
    await lei.page.keyboard.press('Escape');
  });

  it('filter posts by state and author', async () => {
    await body(lei.account.patch(`/api/rooms/${room.id}/posts/${post.id}`, { state: 'resolved' }));
    const list = hanna.page.getByRole('list', { name: 'Posts' });
    await list.getByText('GPU queue').waitFor();
    await hanna.page.getByRole('button', { name: 'Sort and filter posts' }).click();
    await hanna.page.getByRole('menuitemradio', { name: 'Resolved', exact: true }).click();
    await list.getByText('GPU queue').waitFor({ state: 'detached' });
    await list.getByText('Label guidelines v3').waitFor();
    await hanna.page.getByRole('button', { name: 'Sort and filter posts, filtered' }).click();
    await hanna.page.getByRole('menuitemradio', { name: 'Open and resolved' }).click();
    await hanna.page.getByRole('button', { name: 'Sort and filter posts' }).click();
    await hanna.page.getByRole('menuitemradio', { name: '王磊' }).click();
    await expectSoon(() => list.getByRole('listitem').count(), 3);
    await hanna.page.reload();
  });

  it('forward a message with its source, and lead there only who may read it', async () => {
    const secret = await hanna.account.createRoom({ name: 'Board', visibility: 'private' });
    await hanna.account.send(secret.chatPost.id, 'The budget is *approved*');
    await hanna.enter(`/r/${secret.slug}`);
    await hanna.row('approved').hover();
    await hanna.row('approved').getByRole('button', { name: 'More' }).click();
    await hanna.page.getByRole('menuitem', { name: 'Forward' }).click();
    const form = dialog(hanna, 'Forward message');
    await form.getByRole('searchbox').fill('machine');
    await form.getByRole('radio', { name: /^Chat/u }).check();
    await form.getByLabel('Add a comment').fill('Good news');
    await faults(hanna);
    await form.getByRole('button', { name: 'Forward' }).click();
    await notice(hanna, 'Forwarded to Machine Learning');
    await lei.enter('/r/machine-learning');
    await lei.row('Good news').getByText('Forwarded from Hanna').waitFor();
    await lei.row('Good news').locator('em', { hasText: 'approved' }).waitFor();
    expect(await lei.row('Good news').getByRole('link', { name: 'Go to the message' }).count()).toBe(0);
    await hanna.enter('/r/machine-learning');
    await hanna.row('Good news').getByRole('link', { name: 'Go to the message' }).click();
    await hanna.page.waitForURL('**/r/board/2');
    await hanna.enter('/r/machine-learning');
  });

  it('remove a message of somebody else for a reason that its author may read', async () => {
    await lei.say('buy cheap lamps');
    await hanna.row('cheap lamps').hover();
    await hanna.row('cheap lamps').getByRole('button', { name: 'More' }).click();
    await hanna.page.getByRole('menuitem', { name: 'Remove message' }).click();
    const form = dialog(hanna, 'Remove this message?');
    await form.getByRole('button', { name: 'Remove message' }).click();
    await form.getByText('Enter a reason.').waitFor();
    await form.getByLabel('Reason').fill('Advertising');
    await form.getByRole('button', { name: 'Remove message' }).click();
    const removed = lei.row('Message removed by a moderator');
    await removed.getByRole('button', { name: 'Show reason' }).click();
    await removed.getByText('Advertising').waitFor();
    expect(await lei.row('cheap lamps').count()).toBe(0);
  });

  it('delete a post by typing its title: its readers land in the chat', async () => {
    await lei.page.goto(`/r/machine-learning/p/${post.slug}`);
    await lei.page.getByRole('button', { name: 'Post menu' }).waitFor();
    await hanna.page.goto(`/r/machine-learning/p/${post.slug}`);
    await choose(hanna, 'Post menu', 'Delete post');
    const question = alert(hanna);
    await question.getByText('0 messages').waitFor();
    const doIt = question.getByRole('button', { name: 'Delete post' });
    await question.getByLabel('Confirmation').fill('Label guidelines');
    expect(await doIt.getAttribute('aria-disabled')).toBe('true');
    await question.getByLabel('Confirmation').fill('label guidelines v3');
    await faults(hanna);
    await doIt.click();
    for (const person of [hanna, lei]) {
      await person.page.waitForURL('**/r/machine-learning');
      await notice(person, 'Label guidelines v3 was deleted');
    }
  });

  it('archive a room and bring it back', async () => {
    await choose(hanna, 'Room menu', 'Archive room');
    await alert(hanna).getByRole('button', { name: 'Archive room' }).click();
    await lei.page.getByText('This room is archived').waitFor();
    await choose(hanna, 'Room menu', 'Bring back from the archive');
    await lei.composer.waitFor();
  });

  it('hand a room over', async () => {
    await choose(hanna, 'Room menu', 'Hand over ownership');
    const form = dialog(hanna, 'Hand over ownership');
    await form.getByRole('button', { name: 'Hand over' }).click();
    await form.getByText('Choose who becomes the owner.').waitFor();
    await form.getByRole('radio', { name: /王磊/u }).check();
    await faults(hanna);
    await form.getByRole('button', { name: 'Hand over' }).click();
    await notice(hanna, '王磊 is the owner now');
    await lei.page.getByRole('button', { name: 'Room menu' }).first().click();
    await lei.page.getByRole('menuitem', { name: 'Delete room' }).waitFor();
    await lei.page.keyboard.press('Escape');
  });

  it('delete a room by typing its name, on a phone: everyone inside is told and moved out', async () => {
    await lei.page.setViewportSize(PHONE);
    await lei.page.getByRole('button', { name: 'Room menu' }).click();
    await lei.page.getByRole('button', { name: 'Delete room' }).click();
    const question = alert(lei);
    await question.getByText(/2 members in all/u).waitFor();
    await question.getByLabel('Confirmation').fill('machine learning 机器学习');
    await faults(lei);
    await question.getByRole('button', { name: 'Delete room' }).click();
    for (const person of [hanna, lei]) {
      await person.page.waitForURL('**/rooms');
      await notice(person, 'Machine Learning 机器学习 was deleted');
    }
  });
});
