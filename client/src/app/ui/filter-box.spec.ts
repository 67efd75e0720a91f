import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { FilterBox } from './filter-box';
import { FilterBoxHarness } from './filter-box.harness';

describe('a filter box', () => {
  it('is named by its label and tells what was typed', async () => {
    const fixture = TestBed.createComponent(FilterBox);
    fixture.componentRef.setInput('label', 'Filter posts');
    const box = await TestbedHarnessEnvironment.harnessForFixture(fixture, FilterBoxHarness);
    await box.type('评测');
    expect([await box.label(), fixture.componentInstance.text()]).toEqual(['Filter posts', '评测']);
  });
});
