import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatRadioGroupHarness } from '@angular/material/radio/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CreateUserDto } from '#contracts/admin.dto.js';
import type { AuditEntry } from '#contracts/audit.dto.js';
import type { InvitePersonDto } from '#contracts/invite.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import { ChatSocket } from '../realtime/chat-socket';
import { ConnectionStore } from '../realtime/connection-store';
import { ServerError } from '../realtime/server-error';
import { RoomsApi } from '../rooms/rooms-api';
import { ServerConfig } from '../sign-in/server-config';
import { SessionStore } from '../sign-in/session-store';
import { Viewport } from '../ui/viewport';
import { AuditDialog } from './audit/audit-dialog';
import { InvitationsApi } from './invitations/invitations-api';
import { InvitePersonDialog } from './invitations/invite-person-dialog';
import { BulkReportDialog } from './people/bulk-report-dialog';
import { CreatePersonDialog } from './people/create-person-dialog';
import { PeopleApi } from './people/people-api';
import { AdminRoomsApi } from './rooms/admin-rooms-api';
import { NewOwnerDialog } from './rooms/new-owner-dialog';

const LEI: User = { id: 'lei', username: 'lei', displayName: '王磊', role: 'member', status: 'active' };

describe('dialogs of the console', () => {
  const close = jest.fn();
  const one = jest.fn<(id: string) => Promise<Room>>();
  const invite = jest.fn<(wish: InvitePersonDto) => Promise<string>>();
  const create = jest.fn<(account: CreateUserDto) => Promise<string>>();
  const setOwner = jest.fn<(room: object, username: string) => Promise<string>>();
  const role = signal<User['role']>('owner');

  beforeEach(() => {
    jest.resetAllMocks();
    role.set('owner');
  });

  function open<Dialog>(dialog: Type<Dialog>, data: unknown) {
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: data },
        { provide: MatDialogRef, useValue: { close, _containerInstance: { _config: {} }, id: 'it' } },
        { provide: PeopleApi, useValue: { create } },
        { provide: InvitationsApi, useValue: { invite } },
        { provide: ServerConfig, useValue: { sendsMail: () => false } },
        { provide: AdminRoomsApi, useValue: { setOwner } },
        { provide: ProfilesApi, useValue: { find: () => Promise.resolve([LEI]) } },
        { provide: Viewport, useValue: { isCompact: () => false } },
        { provide: RoomsApi, useValue: { one } },
        { provide: ChatSocket, useValue: { connections: () => 1 } },
        { provide: ConnectionStore, useValue: { isOffline: () => false } },
        { provide: SessionStore, useValue: { user: () => ({ role: role() }) } },
      ],
    });
    const fixture = TestBed.createComponent(dialog);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const element = fixture.nativeElement as HTMLElement;
    return {
      loader,
      said: (selector: string) => [...element.querySelectorAll(selector)].map((one) => one.textContent.trim()),
      press: async (text: string) => (await loader.getHarness(MatButtonHarness.with({ text }))).click(),
      write: async (label: string, text: string) =>
        (await loader.getHarness(MatInputHarness.with({ label }))).setValue(text),
      errors: async (floatingLabelText: string) =>
        (await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText }))).getTextErrors(),
      settle: () => fixture.whenStable(),
    };
  }

  it('say of whom what was asked for was not done, and why', async () => {
    const person = (id: string) => ({ id, displayName: id });
    const { said, settle } = open(BulkReportDialog, {
      action: 'makeMember',
      results: [
        { id: 'Ann', isDone: true, person: person('Ann') },
        { id: 'Hanna', isDone: false, code: 'forbidden', message: 'no', person: person('Hanna') },
        { id: 'Bea', isDone: false, code: 'not_found', message: 'none', person: person('Bea') },
      ],
    });
    await settle();
    expect(said('h2')).toEqual(['Not done for 2 people']);
    expect(said('mat-dialog-content > p')).toEqual(['1 person is a member now']);
    expect(said('li .grow > b')).toEqual(['Hanna', 'Bea']);
    expect(said('li small')[0]).toMatch(/^You may not do this to them/u);
  });

  it('tell all that is known of an entry of the audit log', async () => {
    const { said, settle } = open(AuditDialog, {
      ...{ id: '1', at: '2026-06-03T09:02:00.000Z', actor: { id: 'hanna', name: 'Hanna' } },
      ...{ action: 'user_role_changed', target: { type: 'user', id: 'lei', name: '王磊' }, ip: '10.0.4.18' },
      details: { role: { from: 'member', to: 'admin' } },
    } satisfies AuditEntry);
    await settle();
    expect(said('h2')).toEqual(['Hanna changed the role of 王磊']);
    expect(said('dt')).toEqual(['When', 'From where', 'Id', 'Role']);
    expect(said('dd').slice(1)).toEqual(['10.0.4.18', 'lei', 'Member → Admin']);
  });

  it('name the rooms of an entry that there still are', async () => {
    one.mockImplementation((id) =>
      id === 'r'
        ? Promise.resolve({ id, name: '读书会' } as Room)
        : Promise.reject(new ServerError('not_found', 'none')),
    );
    const { said, settle } = open(AuditDialog, {
      ...{ id: '1', at: '2026-06-03T09:02:00.000Z', actor: { name: 'Hanna' } },
      ...{ action: 'settings_changed', target: { type: 'organisation' } },
      details: { defaultRoomIds: { from: ['gone'], to: ['gone', 'r'] } },
    } satisfies AuditEntry);
    await settle();
    expect(said('dd').at(-1)).toBe('gone → gone, 读书会');
    expect(one.mock.calls).toEqual([['gone'], ['r']]);
  });

  it('make an account, with what is wrong at its field', async () => {
    const { loader, press, write, errors } = open(CreatePersonDialog, null);
    await press('Create account');
    expect([await errors('Username'), create.mock.calls]).toEqual([['Enter a username.'], []]);
    await write('Username', 'lei');
    await write('Email', 'lei@example.org');
    await (await loader.getHarness(MatRadioGroupHarness)).checkRadioButton({ label: 'Admin' });
    create.mockRejectedValueOnce(new ServerError('email_taken', 'taken', 409));
    await press('Create account');
    expect(await errors('Email')).toHaveLength(1);
    expect(close).not.toHaveBeenCalled();
    await write('Email', 'lei2@example.org');
    create.mockResolvedValueOnce('made');
    await press('Create account');
    expect(create.mock.lastCall).toEqual([{ username: 'lei', email: 'lei2@example.org', role: 'admin' }]);
    expect(close.mock.calls).toEqual([['made']]);
  });

  it('invite a person, with what is wrong of the rooms below them', async () => {
    const { press, write, said } = open(InvitePersonDialog, null);
    await write('Email', 'sam@example.org');
    const refusal = { field: 'roomIds', code: 'too_many' as const, message: 'Too many.' };
    invite.mockRejectedValueOnce(new ServerError('validation_failed', 'no', 422, [refusal]));
    await press('Invite');
    expect([said('[role=alert]'), close.mock.calls]).toEqual([['These are too many.'], []]);
  });

  it('let only the owner make admins', async () => {
    role.set('admin');
    const { loader } = open(CreatePersonDialog, null);
    expect(await loader.getAllHarnesses(MatRadioGroupHarness)).toEqual([]);
  });

  it('give a room to somebody who was chosen', async () => {
    const room = { id: 'r', slug: 'r', name: '读书会' };
    const { loader, press, said, settle } = open(NewOwnerDialog, room);
    await press('Set owner');
    expect([said('[role=alert]'), setOwner.mock.calls]).toEqual([['Choose a person from the list.'], []]);
    const box = await loader.getHarness(MatAutocompleteHarness);
    await box.enterText('lei');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await settle();
    await box.selectOption({ text: /王磊/u });
    setOwner.mockRejectedValueOnce(new ServerError('unknown_user', 'unknown', 422));
    await press('Set owner');
    expect(said('[role=alert]')[0]).toMatch(/^A private room can only go to one of its members/u);
    setOwner.mockResolvedValueOnce('given');
    await press('Set owner');
    expect([setOwner.mock.lastCall, close.mock.calls]).toEqual([[room, 'lei'], [['given']]]);
  });
});
