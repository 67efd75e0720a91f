import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Avatar } from './avatar';
import { AvatarHarness } from './avatar.harness';
import { hueOf } from './hue';

async function anAvatar(inputs: Record<string, unknown>): Promise<AvatarHarness> {
  const fixture = TestBed.createComponent(Avatar);
  for (const [name, value] of Object.entries({ id: 'someone', ...inputs })) fixture.componentRef.setInput(name, value);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, AvatarHarness);
}

describe('an avatar', () => {
  it.each([
    ['Hanna Lindqvist', 'person', 'HL'],
    ['lei', 'person', 'L'],
    ['王磊', 'person', '王'],
    ['林晓雨 Xiaoyu Lin', 'person', '林'],
    ['Machine Learning', 'room', 'M'],
    ['机器学习', 'room', '机'],
    ['Machine Learning 机器学习', 'room', '机'],
    ['Lei Wang 王磊', 'person', '王'],
    ['  ', 'person', '?'],
    ['👍 Team', 'room', '👍'],
  ])('draws %j as a %s with %s', async (name, shape, letters) => {
    expect(await (await anAvatar({ name, shape })).letters()).toBe(letters);
  });

  it('is hollow where its person is gone', async () => {
    expect(await (await anAvatar({ name: 'Lei' })).isGone()).toBe(false);
    expect(await (await anAvatar({ name: 'Lei', isGone: true })).isGone()).toBe(true);
  });

  it('shows the picture in place of letters once it is there', async () => {
    const avatar = await anAvatar({ name: 'Lei', imageUrl: '/api/files/images/1' });
    expect([await avatar.imageUrl(), await avatar.letters()]).toEqual(['/api/files/images/1', 'L']);
    await avatar.answer('load');
    expect([await avatar.imageUrl(), await avatar.letters()]).toEqual(['/api/files/images/1', null]);
  });

  it('shows a picture that was on screen before at once', async () => {
    await (await anAvatar({ name: 'Lei', imageUrl: '/api/files/images/2' })).answer('load');
    expect(await (await anAvatar({ name: 'Lei', imageUrl: '/api/files/images/2' })).letters()).toBeNull();
  });

  it('keeps the letters when the picture cannot be had', async () => {
    const avatar = await anAvatar({ name: 'Lei', imageUrl: '/api/files/images/3' });
    await avatar.answer('error');
    expect([await avatar.imageUrl(), await avatar.letters()]).toEqual([null, 'L']);
  });

  it('tells presence only where it is known', async () => {
    expect(await (await anAvatar({ name: 'Lei' })).presence()).toBeNull();
    expect(await (await anAvatar({ name: 'Lei', presence: 'offline' })).presence()).toBe('offline');
  });

  it('gives everyone one of eight hues, always the same', () => {
    const hues = Array.from({ length: 200 }, (_, index) => hueOf(`person ${index}`));
    expect(new Set(hues)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(hueOf('person 1')).toBe(hues[1]);
  });
});
