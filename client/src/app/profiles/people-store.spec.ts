import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { SessionStore } from '../sign-in/session-store';
import { PeopleStore } from './people-store';
import { ProfilesApi } from './profiles-api';

const person = (id: string, displayName = id): User => ({
  id,
  username: id,
  displayName,
  role: 'member',
  status: 'active',
});

describe('the people the client knows', () => {
  const byIds = jest.fn<(ids: readonly string[]) => Promise<User[]>>();
  const updateUser = jest.fn();
  const handlers = new Map<string, (payload: unknown) => void>();
  const connections = signal(1);
  let people: PeopleStore;

  beforeEach(() => {
    jest.useFakeTimers();
    byIds
      .mockReset()
      .mockImplementation((ids) => Promise.resolve(ids.filter((id) => id !== 'nobody').map((id) => person(id))));
    connections.set(1);
    const on = (name: string, handle: (payload: unknown) => void) => void handlers.set(name, handle);
    TestBed.configureTestingModule({
      providers: [
        { provide: ProfilesApi, useValue: { byIds } },
        { provide: ChatSocket, useValue: { on, connections } },
        { provide: SessionStore, useValue: { updateUser } },
      ],
    });
    people = TestBed.inject(PeopleStore);
    TestBed.tick();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const answered = () => jest.advanceTimersByTimeAsync(50);

  it('asks for nobody it knows', async () => {
    people.put([person('lei')]);
    people.need(['lei']);
    await answered();
    expect(byIds).not.toHaveBeenCalled();
  });

  it('asks once for all who are needed together, each once', async () => {
    people.need(['lei', 'greta']);
    people.need(['greta', 'hanna']);
    await answered();
    expect(byIds.mock.calls).toEqual([[['lei', 'greta', 'hanna']]]);
    expect(people.nameOf('hanna')).toBe('hanna');
  });

  it('asks for no more at once than fits an address', async () => {
    people.need(Array.from({ length: 250 }, (_, index) => `p${index}`));
    await answered();
    expect(byIds.mock.calls.map(([ids]) => ids.length)).toEqual([100, 100, 50]);
  });

  it('does not ask for ever about somebody who is not there', async () => {
    for (let time = 0; time < 3; time += 1) {
      people.need(['nobody']);
      await answered();
    }
    expect(byIds).toHaveBeenCalledTimes(1);
    expect(people.nameOf('nobody')).toBe('…');
  });

  it('asks again when the answer did not come', async () => {
    byIds.mockRejectedValueOnce(new Error('unreachable'));
    people.need(['lei']);
    await answered();
    people.need(['lei']);
    await answered();
    expect([byIds.mock.calls.length, people.nameOf('lei')]).toEqual([2, 'lei']);
  });

  it('takes a new name at once when it is told', () => {
    people.put([person('lei', 'Lei')]);
    handlers.get('user')?.(person('lei', '王磊'));
    expect(people.nameOf('lei')).toBe('王磊');
  });

  it('tells the session, which knows whether it is oneself', () => {
    handlers.get('user')?.(person('hanna', 'Hanna L.'));
    expect(updateUser).toHaveBeenLastCalledWith(person('hanna', 'Hanna L.'));
  });

  it('asks for those it has named after a connection was lost', async () => {
    people.put([person('lei', 'Lei')]);
    people.need(['lei']);
    byIds.mockResolvedValueOnce([person('lei', '王磊')]);
    connections.set(2);
    TestBed.tick();
    await answered();
    expect([byIds.mock.calls, people.nameOf('lei')]).toEqual([[[['lei']]], '王磊']);
  });

  it('keeps and asks for no more than those it named last, however many it has met', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `p${index}`);
    people.put(ids.map((id) => person(id)));
    people.need(ids.slice(0, 400));
    people.need(['p0']);
    expect(people.kept().map(({ id }) => id)).toEqual([...ids.slice(101, 400), 'p0']);
    connections.set(2);
    TestBed.tick();
    await answered();
    expect(byIds.mock.calls.map(([asked]) => asked.length)).toEqual([100, 100, 100]);
  });

  it('asks anew for whoever was not named lately, once they are needed after a connection was lost', async () => {
    people.put([person('lei', 'Lei')]);
    connections.set(2);
    TestBed.tick();
    expect(people.nameOf('lei')).toBe('Lei');
    byIds.mockResolvedValueOnce([person('lei', '王磊')]);
    people.need(['lei']);
    await answered();
    people.need(['lei']);
    await answered();
    expect([byIds.mock.calls, people.nameOf('lei')]).toEqual([[[['lei']]], '王磊']);
  });
});
