import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Membership } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { PresenceStore } from '../profiles/presence-store';
import { ChatSocket } from '../realtime/chat-socket';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';
import { RoomsApi } from './rooms-api';

const AT = '2026-06-03T09:00:00.000Z';
const member = (id: string, version: number, facts: Partial<Membership> = {}): Membership => ({
  roomId: 'room',
  user: { id, username: id, displayName: id, role: 'member', status: 'active' },
  role: 'member',
  joinedAt: AT,
  version,
  ...facts,
});

describe('the members of the room on screen', () => {
  const connections = signal(1);
  const here = signal('room');
  const members = jest.fn<() => Promise<Membership[]>>();
  const told = new Map<string, (news: never) => void>();
  const tell = (membership: Membership) => told.get('membership')?.(membership as never);
  const tellOf = (user: User) => told.get('user')?.(user as never);
  let store: MemberStore;

  beforeEach(() => {
    members.mockReset();
    here.set('room');
    const on = (name: string, handle: (news: never) => void) => told.set(name, handle);
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { members } },
        { provide: CurrentRoom, useValue: { room: () => ({ id: here() }), isMember: () => true } },
        { provide: PeopleStore, useValue: { put: () => undefined } },
        { provide: PresenceStore, useValue: { isOnline: () => false, watch: () => undefined } },
        { provide: ChatSocket, useValue: { on, connections } },
      ],
    });
  });

  const names = () => store.members().map(({ user }) => user.id);

  /** Asks for the list; what `meanwhile` tells comes before the answer. */
  async function fetch(answer: Membership[], meanwhile: () => void = () => undefined): Promise<void> {
    let reply: (answer: Membership[]) => void = () => undefined;
    members.mockReturnValueOnce(new Promise((resolve) => (reply = resolve)));
    if (members.mock.calls.length === 0) store = TestBed.inject(MemberStore);
    else connections.update((count) => count + 1);
    TestBed.tick();
    meanwhile();
    reply(answer);
    await new Promise((resolve) => setTimeout(resolve));
  }

  it('follow what is told, a lower version ignored, also of somebody who left', async () => {
    await fetch([member('greta', 1), member('lei', 1)]);
    tell(member('lei', 2, { leftAt: AT }));
    tell(member('lei', 1));
    expect(names()).toEqual(['greta']);
    tell(member('lei', 3));
    expect(names()).toEqual(['greta', 'lei']);
  });

  it('keep what was told while the list was on its way', async () => {
    await fetch([member('greta', 1), member('lei', 1)]);
    await fetch([member('greta', 1), member('lei', 1)], () => {
      tell(member('lei', 2, { leftAt: AT }));
      tell(member('newcomer', 1));
    });
    expect(names()).toEqual(['greta', 'newcomer']);
  });

  it('drop who left while nobody was told', async () => {
    await fetch([member('greta', 1), member('lei', 1)]);
    await fetch([member('greta', 1)]);
    expect(names()).toEqual(['greta']);
  });

  it('do not bring back who left by a list that was asked for before', async () => {
    await fetch([member('lei', 1)]);
    tell(member('lei', 2, { leftAt: AT }));
    await fetch([member('lei', 1)]);
    expect(names()).toEqual([]);
  });

  it('are called and shown as each of them is by now, also when the list was asked for before', async () => {
    const old = member('lei', 1);
    await fetch([member('greta', 1), old]);
    tellOf({ ...old.user, displayName: 'Aurelia', status: 'deactivated' });
    tellOf({ ...old.user, id: 'nobody here' });
    const shown = () => store.members().map(({ user }) => [user.displayName, user.status]);
    expect(shown()).toEqual([
      ['Aurelia', 'deactivated'],
      ['greta', 'active'],
    ]);
    await fetch([member('greta', 1), old], () => tellOf({ ...old.user, displayName: 'Zhen' }));
    expect(shown()).toEqual([
      ['greta', 'active'],
      ['Zhen', 'active'],
    ]);
  });

  it('stay those of the room on screen when the answer about the room before comes last', async () => {
    await fetch([member('greta', 1)]);
    let reply: (answer: Membership[]) => void = () => undefined;
    members.mockReturnValueOnce(new Promise((resolve) => (reply = resolve)));
    connections.update((count) => count + 1);
    TestBed.tick();
    members.mockResolvedValueOnce([member('lei', 1, { roomId: 'next' })]);
    here.set('next');
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    reply([member('greta', 1)]);
    await new Promise((resolve) => setTimeout(resolve));
    expect([names(), store.isLoaded()]).toEqual([['lei'], true]);
  });
});
