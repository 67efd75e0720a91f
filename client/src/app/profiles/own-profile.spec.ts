import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { firstValueFrom, Subject } from 'rxjs';
import type { Profile } from '#contracts/profile.dto.js';
import type { User } from '#contracts/user.dto.js';
import { Api } from '../realtime/api';
import { ChatSocket } from '../realtime/chat-socket';
import { SessionStore } from '../sign-in/session-store';
import { OwnProfile } from './own-profile';
import { ProfilesApi } from './profiles-api';

const ME: User = { id: 'hanna', username: 'hanna', displayName: 'Hanna', role: 'member', status: 'active' };
const says = (density: 'comfortable' | 'compact'): Profile => ({ user: ME, aboutMe: '', location: '', density });

describe('the own profile', () => {
  const get = jest.fn<() => Promise<Profile>>();
  const patch = jest.fn<() => Promise<Profile>>();
  let own: OwnProfile;
  let profiles: ProfilesApi;

  beforeEach(() => {
    get.mockReset();
    patch.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { get, patch } },
        { provide: ChatSocket, useValue: { on: () => undefined, connections: () => 1 } },
        { provide: SessionStore, useValue: { user: signal(ME), updateUser: () => undefined } },
      ],
    });
    own = TestBed.inject(OwnProfile);
    profiles = TestBed.inject(ProfilesApi);
  });

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** Changes the density while the first question waits: both are answered as the test says. */
  async function chooseBeforeItCame(): Promise<Record<'asked' | 'change', Subject<Profile>>> {
    const [asked, change] = [new Subject<Profile>(), new Subject<Profile>()];
    get.mockReturnValueOnce(firstValueFrom(asked));
    patch.mockReturnValueOnce(firstValueFrom(change));
    await settle();
    void profiles.update({ density: 'compact' });
    return { asked, change };
  }

  it('is as the server answers a change, whatever an answer to an earlier question says later', async () => {
    const { asked, change } = await chooseBeforeItCame();
    change.next(says('compact'));
    await settle();
    expect([own.value()?.density, own.settled()?.density]).toEqual(['compact', 'compact']);
    asked.next(says('comfortable'));
    await settle();
    expect([own.value()?.density, own.settled()?.density]).toEqual(['compact', 'compact']);
  });

  it('does not take back what was chosen here while the server is being told', async () => {
    const { asked, change } = await chooseBeforeItCame();
    asked.next(says('comfortable'));
    await settle();
    expect([own.value()?.density, own.settled()?.density]).toEqual(['comfortable', undefined]);
    change.next(says('compact'));
    await settle();
    expect(own.settled()?.density).toBe('compact');
  });

  it('goes on as it was when the server refuses a change', async () => {
    get.mockResolvedValue(says('comfortable'));
    patch.mockRejectedValueOnce(new Error('No answer'));
    await settle();
    const before = own.settled();
    await expect(profiles.update({ density: 'compact' })).rejects.toThrow('No answer');
    expect([own.settled(), profiles.isChanging()]).toEqual([before, false]);
  });
});
