import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Badge } from './badge';
import { BadgeHarness } from './badge.harness';

async function aBadge(count: number, isSpoken = true): Promise<BadgeHarness> {
  const fixture = TestBed.createComponent(Badge);
  fixture.componentRef.setInput('count', count);
  fixture.componentRef.setInput('isSpoken', isSpoken);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, BadgeHarness);
}

describe('a badge', () => {
  it('shows and says how many are unread', async () => {
    const badge = await aBadge(7);
    expect([await badge.count(), await badge.speech()]).toEqual(['7', '7 unread']);
  });

  it('is not there for none', async () => {
    expect(await (await aBadge(0)).count()).toBeNull();
  });

  it('stops counting at 99 but says the number', async () => {
    const badge = await aBadge(1_204);
    expect([await badge.count(), await badge.speech()]).toEqual(['99+', '1,204 unread']);
  });

  it('is silent where its place says it already', async () => {
    const badge = await aBadge(3, false);
    expect([await badge.count(), await badge.speech()]).toEqual(['3', null]);
  });
});
