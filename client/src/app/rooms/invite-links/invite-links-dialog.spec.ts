import { Clipboard } from '@angular/cdk/clipboard';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CreateRoomInviteDto, NewRoomInvite, RoomInvite } from '#contracts/invite.dto.js';
import type { User } from '#contracts/user.dto.js';
import { chinese } from '../../../i18n/chinese';
import { english } from '../../../i18n/english';
import { speak } from '../../language/texts';
import { ChatSocket } from '../../realtime/chat-socket';
import { ProfileCards } from '../../profiles/profile-cards';
import { ConnectionStore } from '../../realtime/connection-store';
import { ServerError } from '../../realtime/server-error';
import { ServerConfig } from '../../sign-in/server-config';
import { Confirm } from '../../ui/confirm';
import { Notice } from '../../ui/notice';
import { Clock } from '../../ui/short-time';
import { Viewport } from '../../ui/viewport';
import { aRoom } from '../room.fixture';
import { RoomStore } from '../room-store';
import { InviteLinksApi } from './invite-links-api';
import { InviteLinksDialog } from './invite-links-dialog';
import { InviteLinksDialogHarness } from './invite-links-dialog.harness';

const NOW = Date.parse('2026-06-03T09:00:00.000Z');
const lei: User = { id: 'lei', username: 'lei', displayName: '王磊', role: 'member', status: 'active' };
const aLink = (facts: Partial<RoomInvite> = {}): RoomInvite => ({
  ...{ id: 'first', madeBy: lei, used: 0, admitsNewcomers: true },
  ...{ createdAt: '2026-06-03T08:56:00.000Z', expiresAt: '2026-06-10T08:56:00.000Z' },
  ...facts,
});

describe('the links into a room', () => {
  const list = jest.fn<(roomId: string) => Promise<RoomInvite[]>>();
  const make = jest.fn<(roomId: string, wish: CreateRoomInviteDto) => Promise<NewRoomInvite>>();
  const revoke = jest.fn<(roomId: string, id: string) => Promise<void>>();
  const ask = jest.fn<() => Promise<boolean>>();
  const copy = jest.fn<(text: string) => boolean>();
  const room = signal(aRoom());
  const now = signal(NOW);

  beforeEach(() => {
    for (const mock of [list, make, revoke, ask, copy]) mock.mockReset();
    list.mockResolvedValue([aLink()]);
    ask.mockResolvedValue(true);
    copy.mockReturnValue(true);
    room.set(aRoom());
    now.set(NOW);
  });
  afterEach(() => speak('en', english));

  async function open(): Promise<InviteLinksDialogHarness> {
    const say = jest.fn();
    TestBed.configureTestingModule({
      providers: [
        { provide: InviteLinksApi, useValue: { list, make, revoke } },
        { provide: MAT_DIALOG_DATA, useValue: room() },
        { provide: MatDialogRef, useValue: {} },
        { provide: RoomStore, useValue: { room: () => room() } },
        { provide: ChatSocket, useValue: { connections: signal(1) } },
        { provide: ServerConfig, useValue: { organisation: signal({ registration: 'invited' }) } },
        { provide: ProfileCards, useValue: {} },
        { provide: Confirm, useValue: { ask } },
        { provide: Clipboard, useValue: { copy } },
        { provide: Notice, useValue: { say, attempt: async (work: () => Promise<unknown>) => (await work(), true) } },
        { provide: Clock, useValue: { now } },
        { provide: ConnectionStore, useValue: { isOffline: () => false } },
        { provide: Viewport, useValue: { isCompact: () => false } },
      ],
    });
    return TestbedHarnessEnvironment.harnessForFixture(
      TestBed.createComponent(InviteLinksDialog),
      InviteLinksDialogHarness,
    );
  }

  it('say how often they were used, until when they work, who made them, and whom they are for', async () => {
    list.mockResolvedValue([
      aLink({ used: 2, usesLeft: 3 }),
      aLink({ id: 'second', used: 1, admitsNewcomers: false }),
      aLink({ id: 'over', expiresAt: '2026-06-03T09:00:00.000Z' }),
    ]);
    const dialog = await open();
    const [first, second, ...others] = await dialog.links();
    expect(first).toMatch(/^2 of 5 uses · until 10 June, \d+:56\s?王磊, 4 min ago\s?Revoke$/u);
    expect(second).toMatch(/^Used once · .*For people who have an account\s?Revoke$/u);
    expect(others).toEqual([]);
    speak('zh', chinese);
    expect((await dialog.links())[0]).toMatch(/^已使用 2\/5 次 · 有效期至 6月10日/u);
  });

  it('go from the list when their time is over or somebody came in by the last use', async () => {
    const dialog = await open();
    now.set(Date.parse('2026-06-10T09:00:00.000Z'));
    expect([await dialog.links(), await dialog.emptiness()]).toEqual([[], 'No invite links']);
    now.set(NOW);
    list.mockResolvedValue([]);
    expect((await dialog.links()).length).toBe(1);
    room.set(aRoom({ memberCount: 3 }));
    expect([await dialog.emptiness(), await dialog.emptiness()]).toContain('No invite links');
  });

  it('are made for so long and so many, and their address is there to be copied until one leaves', async () => {
    const dialog = await open();
    make.mockResolvedValue({ ...aLink({ id: 'new', usesLeft: 5 }), token: 's', url: 'https://chat/invite#s' });
    await dialog.choose('1 day', '5 people');
    await dialog.press('Make link');
    expect(make.mock.calls).toEqual([['room', { expiresInHours: 24, uses: 5 }]]);
    expect([(await dialog.links()).length, await dialog.known()]).toEqual([2, ['https://chat/invite#s']]);
    await dialog.press('Copy');
    expect(copy.mock.calls).toEqual([['https://chat/invite#s']]);
  });

  it('are for any number of people and a week when nothing was chosen', async () => {
    const dialog = await open();
    make.mockRejectedValue(new ServerError('unreachable', 'No answer'));
    await dialog.press('Make link');
    expect(make.mock.calls).toEqual([['room', { expiresInHours: 168, uses: undefined }]]);
    expect(await dialog.refusal()).toContain('The server did not answer.');
  });

  it('are revoked after a question, also when somebody else was faster', async () => {
    const dialog = await open();
    ask.mockResolvedValueOnce(false);
    await dialog.press('Revoke');
    expect([revoke.mock.calls, (await dialog.links()).length]).toEqual([[], 1]);
    revoke.mockRejectedValue(new ServerError('not_found', 'Gone', 404));
    await dialog.press('Revoke');
    expect([revoke.mock.calls, await dialog.links()]).toEqual([[['room', 'first']], []]);
  });

  it('that were made or revoked while the list was asked for are not undone by its answer', async () => {
    let answer: (links: RoomInvite[]) => void = () => undefined;
    const dialog = await open();
    list.mockReturnValueOnce(new Promise((resolve) => (answer = resolve))).mockResolvedValue([]);
    room.set(aRoom({ memberCount: 4 }));
    await dialog.press('Revoke');
    answer([aLink()]);
    expect([await dialog.links(), list.mock.calls.length]).toEqual([[], 3]);
  });

  it('are asked for again when the server did not answer', async () => {
    list.mockRejectedValueOnce(new ServerError('unreachable', 'No answer'));
    const dialog = await open();
    expect(await dialog.emptiness()).toBe('Invite links did not load');
    await dialog.press('Try again');
    expect((await dialog.links()).length).toBe(1);
  });

  it('into an archived room are only looked at and revoked', async () => {
    room.set(aRoom({ archivedAt: '2026-06-01T00:00:00.000Z' }));
    const dialog = await open();
    expect([await dialog.canMake(), (await dialog.links()).length]).toEqual([false, 1]);
  });
});
