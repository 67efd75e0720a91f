import { DialogRef } from '@angular/cdk/dialog';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { MemberStore } from '../rooms/member-store';
import { SessionStore } from '../sign-in/session-store';
import { AvatarHarness } from '../ui/avatar.harness';
import { Viewport } from '../ui/viewport';
import { CARD_USER } from './card-user';
import { ProfileCard } from './profile-card';
import { ProfilesApi } from './profiles-api';

const SAM: User = { id: 'sam', username: 'sam', displayName: 'Sam', role: 'member', status: 'active' };

describe('the card of a person', () => {
  const ask = jest.fn<(event: string, wish: { userIds: string[] }) => Promise<{ online: string[] }>>();

  beforeEach(() => {
    const profile = { user: SAM, aboutMe: '', location: '' };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: DialogRef, useValue: {} },
        { provide: CARD_USER, useValue: SAM },
        { provide: ChatSocket, useValue: { on: () => undefined, connections: signal(1), ask } },
        { provide: ProfilesApi, useValue: { profile: () => Promise.resolve(profile) } },
        { provide: Viewport, useValue: { isCompact: () => false } },
        { provide: MemberStore, useValue: { roleOf: () => undefined } },
        { provide: SessionStore, useValue: { user: () => null, updateUser: () => undefined } },
      ],
    });
  });

  it('says that somebody is here who is no member of the room on screen', async () => {
    ask.mockResolvedValue({ online: ['sam'] });
    const fixture = TestBed.createComponent(ProfileCard);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const avatar = await loader.getHarness(AvatarHarness);
    expect([ask.mock.calls, await avatar.presence()]).toEqual([[['presence:watch', { userIds: ['sam'] }]], 'online']);
  });
});
