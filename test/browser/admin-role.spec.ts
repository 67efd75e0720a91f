import { describe, expect, it } from '@jest/globals';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { expectSoon } from '../kit/eventually.js';
import { openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

const LOST = 'You are no longer an admin';

describe('an admin whose role is taken away while the console is open', () => {
  let hanna: Person;
  let lei: Person;
  let ana: Person;
  let fetched: string[];
  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    lei = await house.welcome('王磊');
    ana = await house.welcome('Ana Silva');
    await hanna.visit('/admin/people');
    lei.page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  });

  const makeLei = (role: 'admin' | 'member') => hanna.account.patch(`/api/admin/users/${lei.account.id}`, { role });
  const lost = () => lei.page.getByRole('heading', { name: LOST });

  /** Lei is an admin again, with a page of the console open. */
  async function openConsole(path: string): Promise<void> {
    fetched = [];
    await makeLei('admin');
    await lei.visit(path);
  }

  it('is told so where it was, and led out', async () => {
    await openConsole('/admin/people');
    await lei.page.getByRole('button', { name: 'Add person' }).click();
    const dialog = lei.page.getByRole('dialog', { name: 'Add person' });
    await dialog.waitFor();
    await hanna.page.getByRole('button', { name: /^Role of 王磊/u }).click();
    await hanna.page.getByRole('menuitemradio', { name: 'Member' }).click();
    await lost().waitFor();
    await dialog.waitFor({ state: 'detached' });
    await expectSoon(() => lei.page.title(), `${LOST} · Roomers`);
    expect(await lei.page.getByRole('link', { name: /^Admin|Organisation$/u }).count()).toBe(0);
    expect(await findViolationsInThemes(lei.page)).toEqual(NO_VIOLATIONS);
    await lei.page.getByRole('main').getByRole('link', { name: 'Home' }).click();
    await lei.page.waitForURL((url) => url.pathname === '/');
    await lei.page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('finds no page there any more, and fetches nothing of it', async () => {
    fetched = [];
    await lei.page.goBack();
    await lei.page.getByRole('heading', { name: 'There is no page here' }).waitFor();
    await lei.visit('/admin/people');
    await lei.page.getByRole('heading', { name: 'There is no page here' }).waitFor();
    const served = fetched.filter((path) => path.startsWith('/api/admin') || /admin.*\.js$/u.test(path));
    expect([served, fetched.some((path) => path.endsWith('.js'))]).toEqual([[], true]);
  });

  it('loses what it had not saved of the organisation without being asked', async () => {
    await openConsole('/admin/organisation');
    await lei.page.getByLabel('Name', { exact: true }).fill('Lanternworks');
    await makeLei('member');
    await lost().waitFor();
    await lei.page.getByRole('main').getByRole('link', { name: 'Home' }).click();
    await lei.page.waitForURL((url) => url.pathname === '/');
  });

  it('learns it from a refusal when nothing else tells of it', async () => {
    await lei.page.routeWebSocket(/socket\.io/u, () => undefined);
    await openConsole('/admin/rooms');
    await makeLei('member');
    expect(await lost().count()).toBe(0);
    await lei.page.getByRole('link', { name: 'Audit log' }).click();
    await lost().waitFor();
  });

  it('is told that its session has ended where that is so, and nothing of its role', async () => {
    await hanna.account.patch(`/api/admin/users/${ana.account.id}`, { role: 'admin' });
    await ana.visit('/admin/people');
    // Connected, by what is said of those who are.
    await ana.page
      .getByRole('row', { name: /Ana Silva/u })
      .getByText('Now')
      .waitFor();
    await hanna.account.post(`/api/admin/users/${ana.account.id}/sessions/ending`, {});
    const dialog = ana.page.getByRole('dialog', { name: 'You were signed out' });
    await dialog.getByText('Drafts are kept.').waitFor();
    expect(await ana.page.getByRole('heading', { name: LOST, includeHidden: true }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await ana.page.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('to') === '/admin/people');
  });
});
