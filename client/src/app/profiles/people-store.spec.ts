import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User, UserPage } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { PeopleStore } from './people-store';
import { ProfilesApi } from './profiles-api';

const person = (id: string): User => ({ id, username: id, displayName: id, role: 'member', status: 'active' });

describe('the people the client knows', () => {
  const everybody = jest.fn<(cursor?: string) => Promise<UserPage>>();
  let people: PeopleStore;

  beforeEach(() => {
    jest.useFakeTimers();
    everybody.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: ProfilesApi, useValue: { everybody } },
        { provide: ChatSocket, useValue: { on: () => undefined } },
      ],
    });
    people = TestBed.inject(PeopleStore);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks for nobody it knows', async () => {
    people.put([person('lei')]);
    await people.need(['lei']);
    expect(everybody).not.toHaveBeenCalled();
  });

  it('reads every page when somebody is unknown', async () => {
    everybody.mockResolvedValueOnce({ items: [person('lei')], nextCursor: 'more' });
    everybody.mockResolvedValueOnce({ items: [person('greta')] });
    await people.need(['greta']);
    expect([people.nameOf('greta'), everybody.mock.calls]).toEqual(['greta', [[undefined], ['more']]]);
  });

  it('asks again for a newcomer, but not at once', async () => {
    everybody.mockResolvedValue({ items: [person('lei')] });
    await people.need(['lei']);
    await people.need(['newcomer']);
    await people.need(['newcomer']);
    expect(everybody).toHaveBeenCalledTimes(1);
    everybody.mockResolvedValue({ items: [person('newcomer')] });
    await jest.advanceTimersByTimeAsync(30_000);
    expect([everybody.mock.calls.length, people.nameOf('newcomer')]).toEqual([2, 'newcomer']);
  });

  it('does not ask for ever about somebody who is not there', async () => {
    everybody.mockResolvedValue({ items: [] });
    await people.need(['nobody']);
    await jest.advanceTimersByTimeAsync(300_000);
    expect(everybody).toHaveBeenCalledTimes(1);
  });
});
