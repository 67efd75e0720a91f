import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { expectSoon } from '../kit/eventually.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';

const COUNT = 1_000;
/** Of these the table draws those near the screen. */
const MOST_DRAWN = 60;

const MANY = `insert into users (id, username, email, display_name, search_key, created_at, last_seen_at)
  select gen_random_uuid(), 'many' || n, 'many' || n || '@example.org', 'Many ' || to_char(n, 'fm0000'),
    'many ' || to_char(n, 'fm0000'), now(), now() - n * interval '1 minute' from generate_series(1, $1::int) n`;

describe('a console of many people', () => {
  let hanna: Person;
  let rows: Locator;
  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    await house.sql(MANY, [COUNT]);
    rows = hanna.page.getByRole('table', { name: 'People' }).getByRole('row');
  });

  const row = (name: string): Locator => rows.filter({ hasText: name });
  const all = (): Locator => hanna.page.getByRole('checkbox', { name: 'Choose all that are shown' });

  /** Turns the wheel until a row is there. @returns how many were drawn at most meanwhile */
  async function scrollTo(name: string): Promise<number> {
    let most = 0;
    await expectSoon(async () => {
      await hanna.page.mouse.wheel(0, 2_000);
      most = Math.max(most, await rows.count());
      return row(name).isVisible();
    }, true);
    return most;
  }

  it.each([
    ['desktop', undefined],
    ['phone', PHONE],
  ])('shows all of them, and draws only those on screen: %s', async (_, size) => {
    if (size !== undefined) await hanna.page.setViewportSize(size);
    await hanna.visit('/admin/people');
    await row('Many 0001').waitFor();
    await row('Many 0001').hover();
    expect(await scrollTo('Many 1000')).toBeLessThan(MOST_DRAWN);
  });

  it('chooses all of them', async () => {
    await hanna.visit('/admin/people');
    await row('Many 0001').hover();
    await scrollTo('Many 1000');
    await all().check();
    await hanna.page.getByText('1,001 selected').waitFor();
    expect(await rows.count()).toBeLessThan(MOST_DRAWN);
    await hanna.page.getByRole('button', { name: 'Clear selection' }).click();
    await hanna.page.getByText('1,001 selected').waitFor({ state: 'detached' });
  });

  it('begins at the top again when they are sorted or searched', async () => {
    await hanna.page.getByRole('columnheader').getByRole('button', { name: 'Last seen' }).click();
    await expectSoon(() => rows.nth(1).getAttribute('aria-rowindex'), '2');
    await expectSoon(() => row('Many 1000').isVisible(), true);
    await hanna.page.getByRole('searchbox').fill('many 0777');
    await expectSoon(() => rows.count(), 2);
    await expectSoon(() => row('Many 0777').isVisible(), true);
  });
});
