import { describe, expect, it } from '@jest/globals';
import type { UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import { body } from '../kit/api/answer.js';
import { expectSoon } from '../kit/eventually.js';
import { openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

// Hanna's organisation lets its people edit what they sent for some minutes.
describe('the time in which a message may be edited', () => {
  let hanna: Person;

  openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    await hanna.account.createRoom({ name: '读书会' });
  });

  const rule = (rules: UpdateOrganisationDto) => body(hanna.account.patch('/api/admin/settings', rules));
  const editsOf = (text: string) => hanna.row(text).getByRole('button', { name: 'Edit' });

  it('that ended on the server first leaves the words where they are, and is known then', async () => {
    await rule({ editWindowMinutes: 5 });
    await hanna.enter('/r/dushuhui');
    await hanna.say('a tpyo');
    await hanna.act('a tpyo', 'Edit');
    const box = hanna.page.locator('app-message-edit').getByRole('textbox');
    await box.fill('a typo');
    await rule({ editWindowMinutes: 0 });
    await box.press('Enter');
    const refused = hanna.page.locator('app-message-edit');
    await refused.getByText('Not saved. The time in which messages may be edited is over.').waitFor();
    expect(await box.inputValue()).toBe('a typo');
    await refused.getByRole('button', { name: 'Cancel' }).click();
    await hanna.row('a tpyo').hover();
    await hanna.row('a tpyo').getByRole('button', { name: 'Recall' }).waitFor();
    expect(await editsOf('a tpyo').count()).toBe(0);
  });

  it('ends while its menu stands open', async () => {
    await rule({ editWindowMinutes: 5 });
    await hanna.page.clock.install();
    await hanna.enter('/r/dushuhui');
    await hanna.say('soon it is too late');
    await hanna.row('soon it is too late').hover();
    await editsOf('soon it is too late').waitFor();
    await hanna.row('soon it is too late').getByRole('button', { name: 'More' }).click();
    const edit = hanna.page.getByRole('menuitem', { name: 'Edit' });
    await edit.waitFor();
    await hanna.page.clock.fastForward('06:00');
    await edit.waitFor({ state: 'detached' });
    expect(await hanna.page.getByRole('menuitem', { name: 'Recall' }).count()).toBe(1);
    await hanna.page.keyboard.press('Escape');
    await expectSoon(() => editsOf('soon it is too late').count(), 0);
    await hanna.composer.press('ArrowUp');
    expect(await hanna.page.getByRole('textbox', { name: 'Edited text' }).count()).toBe(0);
  });
});
