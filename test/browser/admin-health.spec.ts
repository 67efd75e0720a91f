import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { eventually, expectSoon } from '../kit/eventually.js';
import { leaveFailedJob } from '../kit/failed-job.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { findSmallTargets } from '../kit/targets.js';

const SWEEP = 'Clear files without a message';
const HOPELESS = 'unheard-of';

// Limits are off in a test: one thing needs a look from the beginning.
describe('the health page of the console', () => {
  let hanna: Person;
  let jobs: Locator;
  const house = openHouse(
    async (opened) => {
      hanna = await opened.welcome('Hanna Lindqvist', { baseURL: opened.cable.address });
      jobs = hanna.page.getByRole('list', { name: 'Failed jobs' }).getByRole('listitem');
    },
    { isCut: true },
  );

  const heading = (text: string): Locator => hanna.page.getByRole('heading', { level: 1, name: text });
  const job = (name: string): Locator => jobs.filter({ hasText: name });
  const warning = (text: string): Locator => hanna.page.getByRole('listitem').filter({ hasText: text });
  const title = () => hanna.page.title();

  it('says in its title, its heading and the list of pages how the server is doing', async () => {
    await hanna.page.goto('/admin');
    await heading('One thing needs a look').waitFor();
    await expectSoon(title, 'One thing needs a look · Roomers');
    await hanna.page.getByRole('img', { name: 'One thing needs a look' }).waitFor();
    await hanna.page.getByText('Rate limits are off').waitFor();
    await hanna.page.getByText(/Version \S+, running for \d+ minute/u).waitFor();
    await expectSoon(() => jobs.allTextContents(), ['No job has failed.']);
    await hanna.page.getByRole('link', { name: 'Audit log' }).click();
    await expectSoon(title, 'Audit log · Roomers');
    await hanna.page.getByRole('link', { name: 'Health' }).click();
    await expectSoon(title, 'One thing needs a look · Roomers');
  });

  describe('with jobs that fail', () => {
    beforeAll(async () => {
      await house.sql('alter table attachments rename to attachments_elsewhere');
      await leaveFailedJob(house, 'sweep-attachments.test', 'sweep-attachments');
      await leaveFailedJob(house, 'unheard-of.test', HOPELESS);
      await house.sql('alter table attachments_elsewhere rename to attachments');
    }, 30_000);

    it('lists them, and the error that was logged', async () => {
      await hanna.page.getByRole('button', { name: 'Check again' }).click();
      await heading('3 things need a look').waitFor();
      await expectSoon(title, '3 things need a look · Roomers');
      await warning('2 jobs failed for good').waitFor();
      await job(SWEEP).getByText('The database refused: 42P01').waitFor();
      await job(HOPELESS).getByText('There is no job unheard-of.').waitFor();
      await hanna.page.getByRole('list', { name: 'Last errors' }).getByText('A job failed.').waitFor();
    });

    it.each([
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ])('can be used by everybody: %s', async (_, size) => {
      await hanna.page.setViewportSize(size);
      await hanna.visit('/admin/health');
      await job(SWEEP).waitFor();
      expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
      expect(await findSmallTargets(hanna.page, size === PHONE ? 44 : 40)).toEqual([]);
    });

    it('tries one again, which is done then', async () => {
      await hanna.page.getByRole('button', { name: `Retry: ${SWEEP}` }).click();
      await job(SWEEP).getByText('Done').waitFor();
      await warning('1 job failed for good').waitFor();
    });

    it('says which ones of all failed again, and drops what is done', async () => {
      await leaveFailedJob(house, 'unheard-of.other', HOPELESS);
      await hanna.page.getByRole('button', { name: 'Check again' }).click();
      await expectSoon(() => jobs.count(), 2);
      expect(await job(SWEEP).count()).toBe(0);
      await hanna.page.getByRole('button', { name: 'Retry all' }).click();
      await expectSoon(() => jobs.getByText('Failed again').count(), 2);
      await hanna.page.getByRole('button', { name: 'Check again' }).click();
      await expectSoon(() => jobs.getByText('Failed again').count(), 0);
      expect(await jobs.getByText('There is no job unheard-of.').count()).toBe(2);
    });
  });

  it('looks again by itself, while somebody looks at it', async () => {
    await leaveFailedJob(house, 'unheard-of.third', HOPELESS);
    await warning('3 jobs failed for good').waitFor({ timeout: 20_000 });
  }, 30_000);

  it('keeps what it knows when the server does not answer', async () => {
    house.cable.pull();
    await hanna.page.getByRole('button', { name: 'Check again' }).click();
    await hanna.page.getByRole('alert').getByText('The server did not answer').waitFor();
    expect(await jobs.count()).toBe(3);
    house.cable.plug();
    await hanna.page.getByRole('button', { name: 'Check again' }).click();
    await hanna.page.getByRole('alert').getByText('The server did not answer').waitFor({ state: 'detached' });
  });

  it('offers to try again when nothing is known yet', async () => {
    await hanna.page.route('**/api/admin/health', (route) => route.abort());
    await hanna.page.goto('/admin/health');
    await hanna.page.getByRole('heading', { name: 'The health of the server did not load' }).waitFor();
    // The page looks again by itself, too.
    await hanna.page.waitForLoadState('networkidle');
    const asked = hanna.page.waitForRequest('**/api/admin/health', { timeout: 2_000 });
    await hanna.page.getByRole('button', { name: 'Try again' }).click();
    await asked;
    await hanna.page.unrouteAll();
    await eventually(async () => {
      const again = hanna.page.getByRole('button', { name: 'Try again' });
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await heading('3 things need a look').waitFor({ timeout: 1_000 });
    });
  });
});
