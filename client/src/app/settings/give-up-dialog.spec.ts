import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DeactivateAccountDto } from '#contracts/account.dto.js';
import { ConnectionStore } from '../realtime/connection-store';
import { ServerError } from '../realtime/server-error';
import { SessionStore } from '../sign-in/session-store';
import { asksBeforeLeaving } from '../ui/dialog.fixture';
import { Viewport } from '../ui/viewport';
import { GiveUpDialog } from './give-up-dialog';

describe('giving up the own account', () => {
  const giveUp = jest.fn<(wish: DeactivateAccountDto) => Promise<void>>();
  let fixture: ComponentFixture<GiveUpDialog>;

  beforeEach(() => {
    giveUp.mockReset().mockResolvedValue();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ConnectionStore, useValue: { isOffline: () => false } },
        { provide: SessionStore, useValue: { user: signal({ username: 'lei.wang' }), giveUp } },
        { provide: Viewport, useValue: { isCompact: signal(false) } },
        { provide: MatDialogRef, useValue: { close: () => undefined } },
      ],
    });
    fixture = TestBed.createComponent(GiveUpDialog);
  });

  const loader = () => TestbedHarnessEnvironment.loader(fixture);
  const fill = async (name: string, password: string) => {
    await (await loader().getHarness(MatInputHarness.with({ label: 'Type lei.wang' }))).setValue(name);
    await (await loader().getHarness(MatInputHarness.with({ label: 'Present password' }))).setValue(password);
    await (await loader().getHarness(MatButtonHarness.with({ text: 'Deactivate' }))).click();
  };
  const errors = async () => {
    const fields = await loader().getAllHarnesses(MatFormFieldHarness);
    return (await Promise.all(fields.map((field) => field.getTextErrors()))).flat();
  };

  it.each([
    ['', 'a lamp', ['Type your username as it is: lei.wang.']],
    ['lei', '', ['Type your username as it is: lei.wang.', 'Enter your present password.']],
  ])('asks nobody while %j and %j are typed', async (name, password, said) => {
    await fill(name, password);
    expect([await errors(), giveUp.mock.calls]).toEqual([said, []]);
  });

  it('takes the name in any case', async () => {
    await fill(' Lei.Wang ', 'a lamp');
    expect(giveUp).toHaveBeenCalledWith({ confirmUsername: ' Lei.Wang ', password: 'a lamp' });
  });

  it('says that the password is wrong at its field', async () => {
    const wrong = { field: 'password', code: 'password_wrong' as const, message: 'Wrong.' };
    giveUp.mockRejectedValueOnce(new ServerError('validation_failed', 'Refused', 422, [wrong]));
    await fill('lei.wang', 'not this one');
    // What is typed to confirm is nothing to keep.
    expect(asksBeforeLeaving()).toBe(false);
    expect(await errors()).toEqual(['This is not your present password.']);
  });

  it('lists the rooms that are in the way, each with the way to it', async () => {
    const rooms = [{ id: '1', slug: 'dushuhui', name: '读书会' }];
    giveUp.mockRejectedValueOnce(
      new ServerError('owns_rooms', 'Rooms', 409, [], undefined, undefined, undefined, rooms),
    );
    await fill('lei.wang', 'a lamp');
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('[role=alert]')?.textContent).toContain('You own rooms.');
    expect(page.querySelector('app-owned-rooms a')?.getAttribute('href')).toBe('/r/dushuhui');
  });
});
