import { describe, expect, it } from '@jest/globals';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { findSmallTargets } from '../kit/targets.js';

const PAGES = ['people', 'rooms', 'posts', 'messages', 'tags', 'invitations', 'audit', 'organisation'];
const WITHIN_A_SECOND = { timeout: 1_000 };
const MANY = 210;
const AT_ONCE = 10;

describe('the admin console', () => {
  let hanna: Person;
  let lei: Person;
  let room: string;
  openHouse(async (house) => {
    // The first account is the owner.
    hanna = await house.welcome('Hanna Lindqvist');
    lei = await house.welcome('王磊 Lei Wang');
    await house.welcome('Ana Silva');
    room = (await hanna.account.createRoom({ name: 'Reading Club 读书会' })).slug;
    await lei.account.join(room);
  });

  it('is not there for members, who fetch nothing of it', async () => {
    const fetched: string[] = [];
    lei.page.on('request', (request) => fetched.push(request.url()));
    await lei.page.goto('/admin/people');
    await lei.page.getByRole('heading', { name: 'There is no page here' }).waitFor();
    expect(await lei.page.getByRole('link', { name: 'Admin' }).count()).toBe(0);
    expect(fetched.filter((url) => /admin/u.test(new URL(url).pathname.replace('/admin/people', '')))).toEqual([]);
    expect(fetched.filter((url) => url.endsWith('.js'))).not.toEqual([]);
  });

  it('lists people, who are found by name and kind', async () => {
    await hanna.page.goto('/');
    await hanna.page.getByRole('link', { name: 'Admin', exact: true }).click();
    await hanna.page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'People' }).click();
    await hanna.page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
    const rows = hanna.page.getByRole('table', { name: 'People' }).getByRole('row');
    await rows.nth(3).waitFor();
    await hanna.page.getByRole('searchbox', { name: 'Name, username or email' }).fill('lei');
    await hanna.page.getByText('1 person found').waitFor();
    await hanna.page.getByRole('searchbox').fill('nobody at all');
    await hanna.page.getByRole('button', { name: 'Show everybody' }).click();
    await hanna.page.getByRole('option', { name: /^Admins/u }).click();
    await hanna.page.getByText('1 person found').waitFor();
    await hanna.page.getByRole('option', { name: /^All/u }).click();
    await rows.nth(3).waitFor();
  });

  it.each(['people', 'rooms', 'audit', 'organisation'])('can be used by everybody: %s', async (path) => {
    await hanna.page.goto(`/admin/${path}`);
    await hanna.page.getByRole('heading', { level: 1 }).waitFor();
    await hanna.page.waitForLoadState('networkidle');
    expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
  });

  it.each(PAGES)('suits every hand: %s', async (path) => {
    const { page } = hanna;
    for (const [size, least] of [[PHONE, 44] as const, [DESKTOP, 40] as const]) {
      await page.setViewportSize(size);
      await page.goto(`/admin/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await findSmallTargets(page, least)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
  });

  it('archives a room before the eyes of who is in it', async () => {
    await lei.page.goto(`/r/${room}`);
    await lei.composer.waitFor();
    await hanna.page.goto('/admin/rooms');
    await hanna.page.getByRole('button', { name: /^Actions for Reading Club/u }).click();
    await hanna.page.getByRole('menuitem', { name: 'Archive' }).click();
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
    await lei.composer.waitFor({ state: 'detached', ...WITHIN_A_SECOND });
    await hanna.page.getByRole('row').getByText('Archived').waitFor();
  });

  it('says of each who is chosen what was not done', async () => {
    await hanna.page.goto('/admin/people');
    await hanna.page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
    await hanna.page.getByRole('button', { name: 'Change role' }).click();
    await hanna.page.getByRole('menuitem', { name: 'Make member' }).click();
    const report = hanna.page.getByRole('dialog', { name: 'Not done for 1 person' });
    await report.getByRole('listitem').filter({ hasText: 'Hanna Lindqvist' }).waitFor();
    await report.getByText('2 people are members now').waitFor();
    await report.getByRole('button', { name: 'Close' }).click();
    await hanna.page.getByText('1 selected').waitFor();
  });

  it('puts who is deactivated out within a second, and tells it in the audit log', async () => {
    await lei.page.goto(`/r/${room}`);
    await lei.page.getByRole('log').waitFor();
    await hanna.page.goto('/admin/people');
    await hanna.page.getByRole('button', { name: /^Actions for 王磊/u }).click();
    await hanna.page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
    await lei.page.getByText('You were signed out').waitFor(WITHIN_A_SECOND);
    const row = hanna.page.getByRole('row').filter({ hasText: '王磊' });
    await row.getByText('Deactivated').filter({ visible: true }).waitFor();
    await hanna.page.getByRole('link', { name: 'Audit log' }).click();
    await hanna.page.getByRole('row').filter({ hasText: 'deactivated' }).filter({ hasText: '王磊' }).waitFor();
  });

  it('draws of a long log what one sees', async () => {
    // That it was taken as a table is told as well.
    for (let told = 0; told < MANY; told += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => hanna.account.get('/api/admin/audit.csv')));
    await hanna.page.goto('/admin/audit');
    const rows = hanna.page.getByRole('table', { name: 'Audit log' }).getByRole('row');
    await rows.nth(5).waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await rows.nth(5).hover();
    const first = hanna.page.locator('[role=row][aria-rowindex="2"]');
    await first.waitFor();
    for (let turn = 0; turn < 10; turn += 1) await hanna.page.mouse.wheel(0, 800);
    await first.waitFor({ state: 'detached' });
    expect(await rows.count()).toBeLessThan(60);
  });

  it('asks before what is not saved is left, and saves what holds for everybody', async () => {
    await hanna.page.goto('/admin/organisation');
    await hanna.page.getByLabel('Name', { exact: true }).fill('Lanternworks');
    await hanna.page.getByRole('link', { name: 'Audit log' }).click();
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await hanna.page.getByRole('button', { name: 'Save' }).click();
    await hanna.page.getByText('Organisation saved').waitFor();
    await hanna.page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
  });
});
