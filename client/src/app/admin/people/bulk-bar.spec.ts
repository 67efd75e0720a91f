import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { describe, expect, it, jest } from '@jest/globals';
import type { AdminUser } from '#contracts/admin.dto.js';
import type { User } from '#contracts/user.dto.js';
import { SessionStore } from '../../sign-in/session-store';
import { Selection } from '../table/selection';
import { BulkActions } from './bulk-actions';
import { BulkBar } from './bulk-bar';
import { PeopleDirectory } from './people-directory';

const person = (id: string, status: User['status']) => ({ id, displayName: id, status }) as AdminUser;

describe('the bar of those who are chosen', () => {
  function open(role: User['role'], ...people: AdminUser[]) {
    const run = jest.fn();
    const selection = new Selection<AdminUser>();
    selection.choose(people);
    TestBed.configureTestingModule({
      providers: [
        { provide: BulkActions, useValue: { run } },
        { provide: PeopleDirectory, useValue: { selection } },
        { provide: SessionStore, useValue: { user: signal({ role }) } },
      ],
    });
    const fixture = TestBed.createComponent(BulkBar);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const buttons = async () =>
      Promise.all((await loader.getAllHarnesses(MatButtonHarness)).map((button) => button.getText()));
    const press = async (text: string) => (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    return { run, selection, loader, buttons, press, text: () => (fixture.nativeElement as HTMLElement).textContent };
  }

  it('counts them, and offers roles to the owner alone', async () => {
    const { buttons, run, loader, text } = open('owner', person('ann', 'active'), person('bea', 'invited'));
    expect(await buttons()).toEqual(['Change role', 'End sessions', 'Deactivate', '']);
    expect(text()).toContain('2 selected');
    await (await loader.getHarness(MatMenuHarness)).clickItem({ text: 'Make admin' });
    expect(run.mock.calls).toEqual([['makeAdmin']]);
  });

  it('offers an admin what an admin may', async () => {
    const { buttons, press, run } = open('admin', person('ann', 'active'), person('bea', 'deactivated'));
    expect(await buttons()).toEqual(['End sessions', 'Deactivate', '']);
    await press('Deactivate');
    await press('End sessions');
    expect(run.mock.calls).toEqual([['deactivate'], ['endSessions']]);
  });

  it('brings back those who are all deactivated', async () => {
    const { buttons, press, run } = open('admin', person('bea', 'deactivated'));
    expect(await buttons()).toEqual(['End sessions', 'Reactivate', '']);
    await press('Reactivate');
    expect(run.mock.calls).toEqual([['reactivate']]);
  });

  it('lets go of them', async () => {
    const { selection, press } = open('admin', person('ann', 'active'));
    await press('');
    expect(selection.count()).toBe(0);
  });
});
