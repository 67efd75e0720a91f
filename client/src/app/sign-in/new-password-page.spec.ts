import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Location } from '@angular/common';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { ActivatedRoute, provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PasswordLinkOwner, UsePasswordLinkDto } from '#contracts/auth.dto.js';
import { BehaviorSubject } from 'rxjs';
import { ServerError } from '../realtime/server-error';
import { EmptyStateHarness } from '../ui/empty-state.harness';
import { DoorsApi } from './doors-api';
import { NewPasswordPage } from './new-password-page';
import { SessionStore } from './session-store';

const UNUSABLE = new ServerError('link_unusable', 'Used', 404);
const LEI = { username: 'lei', displayName: '王磊' };
const NEW = 'a lamp in the window';

describe('a link for a new password', () => {
  const check = jest.fn<(token: string) => Promise<PasswordLinkOwner>>();
  const use = jest.fn<(wish: UsePasswordLinkDto) => Promise<void>>();
  const signIn = jest.fn<(wish: object) => Promise<void>>();
  const fragment = new BehaviorSubject<string | null>(null);
  let fixture: ComponentFixture<NewPasswordPage>;

  beforeEach(() => {
    for (const mock of [check, use, signIn]) mock.mockReset();
    check.mockResolvedValue(LEI);
    use.mockResolvedValue();
    signIn.mockResolvedValue();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  function open(token: string | null, user: object | null = null) {
    fragment.next(token);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: DoorsApi, useValue: { checkPasswordLink: check, usePasswordLink: use } },
        { provide: SessionStore, useValue: { user: signal(user), signIn } },
        { provide: ActivatedRoute, useValue: { snapshot: { fragment: token }, fragment } },
      ],
    });
    const replace = jest.spyOn(TestBed.inject(Location), 'replaceState');
    const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    fixture = TestBed.createComponent(NewPasswordPage);
    return { replace, go, loader: TestbedHarnessEnvironment.loader(fixture) };
  }

  const set = async (loader: ReturnType<typeof open>['loader'], password: string) => {
    await (await loader.getHarness(MatInputHarness.with({ label: 'New password' }))).setValue(password);
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Set password' }))).click();
  };
  const text = () => (fixture.nativeElement as HTMLElement).textContent;

  it('leaves the address bar before anything else', () => {
    const { replace } = open('secret');
    expect(replace.mock.calls[0]).toEqual(['/new-password']);
  });

  it('says whose password it sets, sets it, and signs in', async () => {
    const { loader, go } = open('secret');
    await set(loader, NEW);
    expect(text()).toContain('You set the password of 王磊 (@lei).');
    expect([check.mock.calls, use.mock.calls, signIn.mock.calls, go.mock.calls.length]).toEqual([
      [['secret']],
      [[{ token: 'secret', newPassword: NEW }]],
      [[{ login: 'lei', password: NEW }]],
      1,
    ]);
  });

  it('refuses a weak one at its field, by our word and by that of the server', async () => {
    const { loader } = open('secret');
    await set(loader, 'short');
    const field = await loader.getHarness(MatFormFieldHarness);
    expect([await field.getTextErrors(), use.mock.calls]).toEqual([['Use at least 8 characters.'], []]);
    const common = { field: 'newPassword', code: 'password_common' as const, message: 'Common.' };
    use.mockRejectedValueOnce(new ServerError('validation_failed', 'Refused', 422, [common]));
    await set(loader, 'password1234');
    expect(await field.getTextErrors()).toEqual([expect.stringContaining('on every list of guesses')]);
  });

  it.each([
    ['without a secret', null, undefined],
    ['with one that is over', 'old', UNUSABLE],
  ])('%s cannot be used', async (_, token, error) => {
    if (error !== undefined) check.mockRejectedValue(error);
    const { loader } = open(token);
    expect(await (await loader.getHarness(EmptyStateHarness)).heading()).toBe('This link cannot be used');
  });

  it('cannot be used twice', async () => {
    const { loader } = open('secret');
    use.mockRejectedValueOnce(UNUSABLE);
    check.mockResolvedValueOnce(LEI).mockRejectedValue(UNUSABLE);
    await set(loader, NEW);
    expect(await (await loader.getHarness(EmptyStateHarness)).heading()).toBe('This link cannot be used');
  });

  it('is checked again when the server did not answer', async () => {
    check.mockRejectedValueOnce(new ServerError('unreachable', 'No answer'));
    const { loader } = open('secret');
    expect(await (await loader.getHarness(EmptyStateHarness)).heading()).toBe('The link could not be checked');
    await (await loader.getHarness(MatButtonHarness.with({ text: /Try again/u }))).click();
    expect(text()).toContain('You set the password of 王磊 (@lei).');
  });

  it('leaves alone who is signed in here as somebody else', async () => {
    const { loader } = open('secret', { username: 'hanna', displayName: 'Hanna' });
    await set(loader, NEW);
    expect([signIn.mock.calls, await (await loader.getHarness(EmptyStateHarness)).heading()]).toEqual([
      [],
      'The password is set',
    ]);
  });
});
