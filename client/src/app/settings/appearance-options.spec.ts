import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatRadioGroupHarness } from '@angular/material/radio/testing';
import { MatSlideToggleHarness } from '@angular/material/slide-toggle/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProfilesApi } from '../profiles/profiles-api';
import { AppearanceOptions } from './appearance-options';
import { Preferences } from './preferences';
import { ThemeStore } from './theme-store';

describe('the appearance', () => {
  const choose = jest.fn();
  const update = jest.fn(() => Promise.resolve());

  beforeEach(() => {
    localStorage.clear();
    choose.mockClear();
    TestBed.configureTestingModule({
      providers: [
        { provide: ThemeStore, useValue: { theme: signal('device'), choose } },
        { provide: ProfilesApi, useValue: { update } },
      ],
    });
  });

  const loader = () => TestbedHarnessEnvironment.loader(TestBed.createComponent(AppearanceOptions));

  it('is light, dark, or as the device has it', async () => {
    const group = await loader().getHarness(MatRadioGroupHarness);
    const labels = await Promise.all((await group.getRadioButtons()).map((radio) => radio.getLabelText()));
    expect([labels, await group.getCheckedValue()]).toEqual([['Light', 'Dark', 'Match device'], 'device']);
    await group.checkRadioButton({ label: 'Dark' });
    expect(choose.mock.calls).toEqual([['dark']]);
  });

  it('is dense and still as chosen', async () => {
    const options = loader();
    await (await options.getHarness(MatButtonToggleHarness.with({ text: 'Compact' }))).check();
    await (await options.getHarness(MatSlideToggleHarness)).check();
    const { density, motion } = TestBed.inject(Preferences);
    expect([density(), motion(), update.mock.calls]).toEqual(['compact', 'reduced', [[{ density: 'compact' }]]]);
    await (await options.getHarness(MatSlideToggleHarness)).uncheck();
    expect(motion()).toBe('device');
  });
});
