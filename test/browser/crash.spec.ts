import { describe, expect, it } from '@jest/globals';
import { openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

describe('the server dies between storing a message and telling it', () => {
  let hanna: Person;
  let lei: Person;

  const house = openHouse(
    async (opened) => {
      hanna = await opened.welcome('Hanna');
      lei = await opened.welcome('Lei');
      await hanna.account.createRoom({ name: 'Crash' });
      await hanna.enter('/r/crash');
      await lei.join('/r/crash');
    },
    { isCut: true, isEmbedded: true },
  );

  it('and after its restart the readers see it once, without a reload', async () => {
    await lei.page.evaluate(() => {
      document.documentElement.dataset['loadedOnce'] = 'yes';
    });

    await house.restart({ FAIL_POINT: 'message-committed' });
    await lei.page.getByText('Online, 2').waitFor({ timeout: 25_000 });
    await hanna.say('written at the worst moment');
    expect((await house.ended).signal).toBe('SIGKILL');

    await house.restart();
    await lei.row('written at the worst moment').waitFor({ timeout: 20_000 });
    await hanna.row('written at the worst moment').waitFor();
    await hanna.say('and after');
    await lei.row('and after').waitFor();
    for (const person of [hanna, lei]) expect(await person.row('written at the worst moment').count()).toBe(1);
    expect(await lei.page.evaluate(() => document.documentElement.dataset['loadedOnce'])).toBe('yes');

    await house.kill();
    await lei.leave();
    await house.restart();
    await hanna.page.getByText('Online, 1').waitFor({ timeout: 20_000 });
  }, 90_000);
});
