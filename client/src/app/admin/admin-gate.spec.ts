import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { PageTitle } from '../page-title';
import { SessionStore } from '../sign-in/session-store';
import { AdminGate } from './admin-gate';

@Component({ template: 'Every account' })
class Page {}

describe('the gate of the console', () => {
  const role = signal<User['role'] | undefined>('admin');
  const closeAll = jest.fn();
  const name = jest.fn();

  beforeEach(() => {
    jest.resetAllMocks();
    role.set('admin');
    const user = () => (role() === undefined ? null : { role: role() });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'admin', component: AdminGate, children: [{ path: 'people', component: Page }] }]),
        { provide: SessionStore, useValue: { user, isAdmin: () => role() === 'admin' } },
        { provide: MatDialog, useValue: { closeAll } },
        { provide: PageTitle, useValue: { name, updateTitle: () => undefined } },
      ],
    });
  });

  /** The console as it says while somebody is in it who becomes another. */
  async function become(next: User['role'] | undefined): Promise<string> {
    const harness = await RouterTestingHarness.create('/admin/people');
    expect(harness.routeNativeElement?.textContent).toContain('Every account');
    role.set(next);
    await harness.fixture.whenStable();
    return harness.routeNativeElement?.textContent ?? '';
  }

  it('leads out whoever ceases to be an admin, and closes what they had open', async () => {
    expect(await become('member')).toContain('You are no longer an admin');
    expect([closeAll.mock.calls.length, name.mock.calls]).toEqual([1, [['You are no longer an admin']]]);
  });

  it('leaves it to others to say that the session has ended', async () => {
    expect(await become(undefined)).toContain('Every account');
    expect([closeAll.mock.calls, name.mock.calls]).toEqual([[], []]);
  });
});
