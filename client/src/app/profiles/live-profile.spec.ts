import { type ResourceRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Profile } from '#contracts/profile.dto.js';
import type { User } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { SessionStore } from '../sign-in/session-store';
import { liveProfile } from './live-profile';
import { PeopleStore } from './people-store';
import { ProfilesApi } from './profiles-api';

const user = (id: string, displayName = id): User => ({
  id,
  username: id,
  displayName,
  role: 'member',
  status: 'active',
});
const says = (id: string, aboutMe: string): Profile => ({ user: user(id), aboutMe, location: '' });

describe('a live profile', () => {
  const ask = jest.fn<(username: string) => Promise<Profile>>();
  const username = signal('lei');
  const me = signal(user('hanna'));
  const updateUser = (told: User) => told.id === 'hanna' && me.set({ ...told });
  let tell: (user: User) => void;
  let profile: ResourceRef<Profile | undefined>;

  beforeEach(async () => {
    username.set('lei');
    ask.mockReset().mockImplementation((name) => Promise.resolve(says(name, 'at first')));
    const on = (name: string, handle: typeof tell) => name === 'user' && (tell = handle);
    TestBed.configureTestingModule({
      providers: [
        { provide: ProfilesApi, useValue: { profile: ask, byIds: () => Promise.resolve([]) } },
        { provide: ChatSocket, useValue: { on, connections: () => 1 } },
        { provide: SessionStore, useValue: { updateUser } },
      ],
    });
    profile = TestBed.runInInjectionContext(() => liveProfile(username));
    await settle();
  });

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  it('is asked for once while nothing is told of its person', async () => {
    tell(user('greta'));
    await settle();
    expect([ask.mock.calls, profile.value()?.aboutMe]).toEqual([[['lei']], 'at first']);
    expect(TestBed.inject(PeopleStore).nameOf('lei')).toBe('lei');
  });

  it('follows what its person says of themselves, and shows the words before until then', async () => {
    let answer: (profile: Profile) => void = () => undefined;
    ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    tell(user('lei'));
    await settle();
    expect(profile.value()?.aboutMe).toBe('at first');
    answer(says('lei', 'by now'));
    await settle();
    expect([ask.mock.calls.length, profile.value()?.aboutMe]).toEqual([2, 'by now']);
  });

  it('is asked for once about the next person', async () => {
    tell(user('lei'));
    await settle();
    username.set('greta');
    await settle();
    expect(ask.mock.calls).toEqual([['lei'], ['lei'], ['greta']]);
  });

  it('is asked for once about oneself, whom every answer makes known anew', async () => {
    ask.mockClear();
    TestBed.runInInjectionContext(() => liveProfile(() => me().username));
    await settle();
    expect(ask.mock.calls).toEqual([['hanna']]);
  });
});
