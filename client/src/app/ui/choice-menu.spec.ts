import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ChoiceMenu } from './choice-menu';
import { ChoiceMenuHarness } from './choice-menu.harness';

const CHOICES = [
  { value: 'active', label: 'Most active' },
  { value: 'name', label: 'Name' },
];

async function aMenu(inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent<ChoiceMenu<string>>(ChoiceMenu);
  const all = { label: 'Sort rooms', choices: CHOICES, value: 'active', ...inputs };
  for (const [name, value] of Object.entries(all)) fixture.componentRef.setInput(name, value);
  const menu = await TestbedHarnessEnvironment.harnessForFixture(fixture, ChoiceMenuHarness);
  return { menu, value: () => fixture.componentInstance.value() };
}

describe('a choice menu', () => {
  it('shows what is chosen, and takes another', async () => {
    const { menu, value } = await aMenu();
    expect([await menu.text(), await menu.label()]).toEqual(['Most active', 'Sort rooms, Most active']);
    expect(await menu.choices()).toEqual([
      ['Most active', 'true'],
      ['Name', 'false'],
    ]);
    await menu.choose('Name');
    expect([value(), await menu.text()]).toEqual(['name', 'Name']);
  });

  it('shows an icon instead where there is one', async () => {
    const { menu } = await aMenu({ icon: 'swap_vert' });
    expect([await menu.text(), await menu.label()]).toEqual(['', 'Sort rooms']);
  });
});
