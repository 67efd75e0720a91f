import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { EmptyState } from './empty-state';
import { EmptyStateHarness } from './empty-state.harness';

async function anEmptyState(inputs: Record<string, unknown>): Promise<EmptyStateHarness> {
  const fixture = TestBed.createComponent(EmptyState);
  for (const [name, value] of Object.entries({ heading: 'Nothing unread', ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  return TestbedHarnessEnvironment.harnessForFixture(fixture, EmptyStateHarness);
}

describe('an empty state', () => {
  it('says in one line what there is not', async () => {
    const state = await anEmptyState({ icon: 'done_all', text: 'You have read everything.' });
    expect([await state.heading(), await state.text(), await state.picture()]).toEqual([
      'Nothing unread',
      'You have read everything.',
      'tile',
    ]);
  });

  it('shows the logo where something begins', async () => {
    expect(await (await anEmptyState({ heading: 'Say the first thing' })).picture()).toBe('logo');
  });

  it('colours its tile by what it is about', async () => {
    const state = await anEmptyState({ icon: 'cloud_alert', tone: 'error' });
    expect([await state.hasTone('error'), await state.hasTone('good')]).toEqual([true, false]);
  });
});
