import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { findViolations, findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { body } from '../kit/api/answer.js';
import { eventually, expectSoon } from '../kit/eventually.js';
import { expectFocus } from '../kit/focus.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import { type Person, PASSWORD } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { boxOf } from '../kit/still.js';
import { findSmallTargets } from '../kit/targets.js';

const WITHIN_A_SECOND = { timeout: 1_000 };
const NEW_PASSWORD = 'a lamp in the window';

// Hanna at two devices and Lei at one: each test goes on where the one before ended.
describe('home and settings', () => {
  let lessons: Room;
  let train: Room;
  let papers: Post;
  let hanna: Person;
  let hannaElsewhere: Person;
  let lei: Person;

  const house = openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    lei = await opened.welcome('王磊');
    lessons = await roomWithLei('机器学习');
    train = await roomWithLei('Release Train');
    papers = await hanna.account.createPost(lessons.slug, { title: '论文', tags: ['读书'] });
    hannaElsewhere = await opened.welcomeAgain(hanna, { viewport: PHONE });
    for (const person of [hanna, lei]) await person.page.goto('/');
  });

  async function roomWithLei(name: string): Promise<Room> {
    const room = await hanna.account.createRoom({ name });
    await lei.account.join(room.slug);
    return room;
  }

  const leiSays = (postId: string, ...texts: string[]) => lei.account.sendAll(postId, texts);

  const unread = (person: Person): Locator =>
    person.page.getByRole('list', { name: 'Unread posts' }).getByRole('listitem');

  /** Titles of the unread posts, as they stand. */
  const titles = (person: Person) => unread(person).locator('.where b').allInnerTexts();

  it('say what home is before anything happened', async () => {
    await hanna.page.getByText('You have read everything in your 2 rooms.').waitFor();
    await hanna.page.getByRole('heading', { name: /^Good (morning|afternoon|evening), Hanna$/u }).waitFor();
  });

  it('S36: show what others wrote at once, room by room or the newest first', async () => {
    await leiSays(papers.id, '读 **Mixture-of-Depths**');
    await leiSays(train.chatPost.id, 'two blockers left', 'vote closes at 15:00');
    const row = unread(hanna).filter({ hasText: 'Release Train' });
    await row.getByText('vote closes at 15:00').waitFor();
    await row.getByText('two blockers left').waitFor();
    await row.getByText('2 unread').waitFor();
    await unread(hanna).filter({ hasText: '读 Mixture-of-Depths' }).waitFor();
    await expectSoon(() => titles(hanna), ['Chat', '论文']);
    await leiSays(lessons.chatPost.id, '最新');
    await unread(hanna).filter({ hasText: '最新' }).waitFor();
    await expectSoon(() => titles(hanna), ['Chat', '论文', 'Chat']);
    await leiSays(train.chatPost.id, 'approved');
    await unread(hanna).filter({ hasText: 'approved' }).waitFor();
    await leiSays(papers.id, '第二篇');
    await unread(hanna).filter({ hasText: '第二篇' }).waitFor();
    await hanna.page.getByRole('option', { name: 'Newest' }).click();
    await expectSoon(() => titles(hanna), ['论文', 'Chat', 'Chat']);
  });

  it('mark everything read on both devices within a second, and take it back', async () => {
    await hanna.page.getByRole('navigation', { name: 'My page' }).getByText('6 unread').waitFor();
    await unread(hannaElsewhere).nth(2).waitFor();
    await hanna.page.getByRole('button', { name: 'Mark all read' }).click();
    const empty = (person: Person) => person.page.getByRole('heading', { name: 'Nothing unread' });
    await Promise.all([empty(hanna).waitFor(WITHIN_A_SECOND), empty(hannaElsewhere).waitFor(WITHIN_A_SECOND)]);
    await hanna.page.getByRole('button', { name: 'Undo' }).click();
    await Promise.all([
      unread(hanna).nth(2).waitFor(WITHIN_A_SECOND),
      unread(hannaElsewhere).nth(2).waitFor(WITHIN_A_SECOND),
    ]);
  });

  it('lead to what is unread, which is read by reading', async () => {
    await unread(hanna).filter({ hasText: '论文' }).getByRole('link').click();
    await hanna.row('第二篇').waitFor();
    await unread(hannaElsewhere).filter({ hasText: '论文' }).waitFor({ state: 'detached' });
  });

  it('S36: list what was begun, and lead to the composer', async () => {
    await hanna.composer.fill('我投《系统之美》');
    await hanna.page.getByRole('link', { name: 'Home' }).click();
    const notes = hanna.page.getByRole('list', { name: 'Drafts' }).getByRole('link');
    await notes.filter({ hasText: '我投《系统之美》' }).waitFor();
    await hanna.page
      .getByRole('navigation', { name: 'My page' })
      .getByRole('link', { name: /^Drafts/u })
      .click();
    await hanna.page.getByRole('heading', { name: 'Drafts' }).waitFor();
    await notes.filter({ hasText: '论文' }).click();
    await hanna.page.waitForURL(`**/p/${papers.slug}`);
    await hanna.composer.waitFor();
    await expectFocus(hanna.composer);
    await expectSoon(() => hanna.composer.inputValue(), '我投《系统之美》');
    await hanna.composer.fill('');
  });

  it('S38: change a name that others see at once, on every device', async () => {
    await lei.page.goto('/u/nobody-at-all');
    await lei.page.getByRole('heading', { name: 'Nobody here goes by that name' }).waitFor();
    await lei.page.goto(`/u/${hanna.username}`);
    await lei.page.getByRole('heading', { name: 'Hanna Lindqvist' }).waitFor();
    await hanna.page.goto('/settings/profile');
    await hanna.page.getByLabel('Display name').fill('林汉娜 Hanna Lindqvist');
    await hanna.page.getByLabel('About you').fill('评测。Evaluation lead.');
    await hanna.page.getByLabel('About you').press('Control+Enter');
    await hanna.page.getByText('Profile saved').waitFor();
    await lei.page.getByRole('heading', { name: '林汉娜 Hanna Lindqvist' }).waitFor();
    await hannaElsewhere.page.getByRole('heading', { name: /, 林汉娜$/u }).waitFor();
  });

  it('refuse a name that is none, at its field', async () => {
    const name = hanna.page.getByLabel('Display name');
    await name.fill('   ');
    await hanna.page.getByRole('button', { name: 'Save' }).click();
    await hanna.page.getByText('Enter a display name.').waitFor();
    await expectFocus(name);
    await hanna.page.getByRole('button', { name: 'Discard' }).click();
    await expectSoon(() => name.inputValue(), '林汉娜 Hanna Lindqvist');
  });

  it('keep words that were not saved', async () => {
    await hanna.page.getByLabel('Location').fill('Göteborg');
    await hanna.page.getByRole('link', { name: 'Home' }).click();
    const question = hanna.page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    expect(new URL(hanna.page.url()).pathname).toBe('/settings/profile');
    expect(await hanna.page.getByLabel('Location').inputValue()).toBe('Göteborg');
    await hanna.page.getByRole('link', { name: 'Home' }).click();
    await question.getByRole('button', { name: 'Leave' }).click();
    await hanna.page.waitForURL((url) => url.pathname === '/');
  });

  it('S38: cut a picture by keys and by hand; everybody sees it without a reload', async () => {
    await hanna.page.goto('/settings/profile');
    const file = { name: '我.png', mimeType: 'image/png', buffer: await checkeredPng(640, 400) };
    await hanna.page.locator('input[type=file]').setInputFiles([file]);
    const dialog = hanna.page.getByRole('dialog', { name: 'Your picture' });
    const stage = dialog.getByRole('application', { name: 'Part of the picture' });
    const place = () => boxOf(stage.locator('img'));
    const { width } = await place();
    await dialog.getByRole('slider', { name: 'Zoom' }).press('End');
    await eventually(async () => expect((await place()).width).toBeGreaterThan(width * 4));
    await stage.press('ArrowRight');
    const [moved, box] = [await place(), await boxOf(stage)];
    await hanna.page.mouse.move(box.x + 100, box.y + 100);
    await hanna.page.mouse.down();
    await hanna.page.mouse.move(box.x + 160, box.y + 100);
    await hanna.page.mouse.up();
    await expectSoon(async () => (await place()).x - moved.x, expect.closeTo(60, 0));
    expect(await findViolations(hanna.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Use picture' }).click();
    await dialog.waitFor({ state: 'detached' });
    const picture = (person: Person) => person.page.locator('app-avatar img[src*="/images/"]').first();
    await Promise.all([hanna, hannaElsewhere, lei].map((person) => picture(person).waitFor()));
    const size = () => picture(lei).evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await eventually(async () => expect(await size()).toBeGreaterThan(0));
  });

  it('S38 D27: say that a file is no picture, and take the one there away', async () => {
    await hanna.page.goto('/settings/profile');
    const file = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') };
    await hanna.page.locator('input[type=file]').setInputFiles([file]);
    await hanna.page.getByText('This file is not a picture that can be shown.').waitFor();
    await hanna.page.getByRole('button', { name: 'Remove picture' }).click();
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await lei.page.locator('app-profile-page img[src*="/images/"]').waitFor({ state: 'detached' });
    await hannaElsewhere.page.locator('app-own-card img[src*="/images/"]').waitFor({ state: 'detached' });
  });

  it('mark in the list the page that stands beside it', async () => {
    const current = hanna.page.getByRole('navigation', { name: 'Settings' }).locator('[aria-current]');
    await hanna.page.goto('/settings');
    await expectSoon(() => current.allInnerTexts(), ['Profile']);
    await hanna.page.goto('/settings/sessions');
    await expectSoon(() => current.allInnerTexts(), ['Sessions']);
  });

  it('apply density and reduced motion at once, and keep them', async () => {
    await hanna.page.goto('/settings/profile');
    const look = () => hanna.page.evaluate(() => ({ ...document.documentElement.dataset }));
    await expectSoon(look, expect.objectContaining({ density: 'comfortable', motion: 'device' }));
    await hanna.page.getByRole('radio', { name: 'Compact' }).click();
    await hanna.page.getByRole('switch', { name: 'Reduce motion' }).click();
    await expectSoon(look, expect.objectContaining({ density: 'compact', motion: 'reduced' }));
    await hanna.page.goto('/settings/appearance');
    await hanna.page.getByRole('radio', { name: 'Compact', checked: true }).waitFor();
    await hanna.page.getByRole('switch', { name: 'Reduce motion', checked: true }).waitFor();
    await expectSoon(look, expect.objectContaining({ density: 'compact', motion: 'reduced' }));
  });

  it('S37: end the sessions elsewhere, after asking', async () => {
    await body(hanna.account.post('/api/auth/login', { login: hanna.username, password: PASSWORD }));
    await hanna.page.goto('/settings/sessions');
    const sessions = hanna.page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
    await sessions.first().getByText('This device').waitFor();
    await expectSoon(() => sessions.count(), 3);
    await hanna.page.getByRole('button', { name: 'End all others' }).click();
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'End all others' }).click();
    await expectSoon(() => sessions.count(), 1);
    await hannaElsewhere.page.getByRole('dialog').getByText('You were signed out').waitFor();
    await hannaElsewhere.leave();
  });

  it('S39 D24: change the password, with what is wrong at its field', async () => {
    await hanna.page.goto('/settings/password');
    const [old, next] = [hanna.page.getByLabel('Present password'), hanna.page.getByLabel('New password')];
    await old.fill('not this one');
    await next.fill('short');
    await hanna.page.getByText('Too short. Use at least 8 characters.').waitFor();
    await hanna.page.getByRole('button', { name: 'Change password' }).click();
    await hanna.page.locator('mat-error').getByText('Use at least 8 characters.').waitFor();
    await next.fill(NEW_PASSWORD);
    await hanna.page.getByText('Strong.').waitFor();
    await hanna.page.getByRole('button', { name: 'Change password' }).click();
    await hanna.page.getByText('This is not your present password.').waitFor();
    await old.fill(PASSWORD);
    await hanna.page.getByRole('button', { name: 'Change password' }).click();
    await hanna.page.getByText('Your other sessions have ended.').waitFor();
    await expectSoon(() => hanna.page.locator('mat-error').count(), 0);
    await house.welcomeAgain(hanna, {}, NEW_PASSWORD);
  });

  const PAGES = ['/', '/?view=drafts', '/u/person2', '/settings/profile', '/settings/password', '/settings/sessions'];

  it.each(PAGES)('%s suits every eye, a thumb and a narrow phone', async (path) => {
    await leiSays(train.chatPost.id, 'one more');
    await hanna.visit(path);
    for (const size of [DESKTOP, PHONE]) {
      await hanna.page.setViewportSize(size);
      const found = await findViolationsInThemes(hanna.page);
      expect({ size, found }).toEqual({ size, found: NO_VIOLATIONS });
      // Tall enough that nothing is cut off at the fold.
      await hanna.page.setViewportSize({ ...size, height: 2_000 });
      expect(await findSmallTargets(hanna.page, size === PHONE ? 44 : 40)).toEqual([]);
    }
    await hanna.page.setViewportSize({ width: 320, height: 640 });
    await expectSoon(() => hanna.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
  });
});
