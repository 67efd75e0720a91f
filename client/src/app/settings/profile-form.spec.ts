import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LIMITS } from '#contracts/limits.js';
import type { Profile, UpdateProfileDto } from '#contracts/profile.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import { ServerError } from '../realtime/server-error';
import { Notice } from '../ui/notice';
import { ProfileForm } from './profile-form';

const profile = (facts: Partial<Profile> = {}): Profile => ({
  user: { id: 'hanna', username: 'hanna', displayName: 'Hanna', role: 'member', status: 'active' },
  aboutMe: 'Evaluation',
  location: '',
  ...facts,
});

describe('the profile form', () => {
  const update = jest.fn<(changes: UpdateProfileDto) => Promise<Profile>>();
  let fixture: ComponentFixture<ProfileForm>;

  beforeEach(() => {
    update.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ProfilesApi, useValue: { update } },
        { provide: Notice, useValue: { say: () => undefined } },
      ],
    });
    fixture = TestBed.createComponent(ProfileForm);
    fixture.componentRef.setInput('profile', profile());
  });

  const loader = () => TestbedHarnessEnvironment.loader(fixture);
  const field = (label: string) => loader().getHarness(MatInputHarness.with({ label }));
  const press = async (text: string) => (await loader().getHarness(MatButtonHarness.with({ text }))).click();
  const hasBar = async () => (await loader().getHarnessOrNull(MatButtonHarness.with({ text: 'Save' }))) !== null;

  it('asks to save only while something differs', async () => {
    expect(await hasBar()).toBe(false);
    await (await field('Location')).setValue('上海');
    expect([await hasBar(), fixture.componentInstance.hasUnsavedChanges()]).toEqual([true, true]);
    await (await field('Location')).setValue('');
    expect([await hasBar(), fixture.componentInstance.hasUnsavedChanges()]).toEqual([false, false]);
  });

  it('sends what was changed, and takes the answer', async () => {
    const saved = profile({ location: '上海' });
    update.mockResolvedValueOnce(saved);
    await (await field('Location')).setValue(' 上海 ');
    await press('Save');
    expect(update.mock.calls).toEqual([[{ location: ' 上海 ' }]]);
    expect(await (await field('Location')).getValue()).toBe('上海');
  });

  it('goes back to what is saved', async () => {
    await (await field('About you')).setValue('something else');
    await press('Discard');
    expect([await (await field('About you')).getValue(), await hasBar()]).toEqual(['Evaluation', false]);
  });

  it('follows another device, except where something was written', async () => {
    await (await field('About you')).setValue('mine');
    fixture.componentRef.setInput('profile', profile({ aboutMe: 'theirs', location: 'Malmö' }));
    expect(await (await field('Location')).getValue()).toBe('Malmö');
    expect(await (await field('About you')).getValue()).toBe('mine');
  });

  it('shows a refusal at its field, and keeps what was written', async () => {
    const refusal = { field: 'displayName', code: 'too_long' as const, message: 'This name is too long.' };
    update.mockRejectedValueOnce(new ServerError('validation_failed', 'Refused', 422, [refusal]));
    await (await field('Display name')).setValue('A very long name');
    await press('Save');
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('This is too long.');
    expect(await hasBar()).toBe(true);
  });

  it.each([
    [1, '1 character too many.'],
    [2, '2 characters too many.'],
  ])('says by how much what one says of oneself is too long: %d', async (count, said) => {
    const about = await field('About you');
    await about.setValue('a'.repeat(LIMITS.aboutMe + count));
    await about.blur();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain(said);
  });

  it('holds the window while something is unsaved', async () => {
    const leaving = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leaving()).toBe(false);
    await (await field('Location')).setValue('上海');
    expect(leaving()).toBe(true);
  });
});
