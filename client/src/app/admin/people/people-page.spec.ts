import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import type { AdminUser } from '#contracts/admin.dto.js';
import { ChatSocket } from '../../realtime/chat-socket';
import { LateDialog } from '../../ui/late-dialog';
import { Viewport } from '../../ui/viewport';
import { InvitationActions } from '../invitations/invitation-actions';
import { PeopleActions } from './people-actions';
import { PeopleApi } from './people-api';
import { PeopleDirectory } from './people-directory';
import { PeoplePage } from './people-page';

describe('the page of all accounts', () => {
  const ask = jest.fn<(event: string, wish: { userIds: string[] }) => Promise<{ online: string[] }>>();
  ask.mockResolvedValue({ online: [] });
  const page = jest.fn<() => Promise<{ items: AdminUser[] }>>();
  const accounts = (...ids: string[]) => ({ items: ids.map((id) => ({ id }) as AdminUser) });

  it('watches who of them is connected as long as it is looked at', async () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: ChatSocket, useValue: { on: () => undefined, connections: signal(1), ask } },
        { provide: PeopleApi, useValue: { page, counts: () => Promise.resolve({}) } },
        ...[InvitationActions, PeopleActions, LateDialog, Viewport].map((provide) => ({ provide, useValue: {} })),
      ],
    }).overrideComponent(PeoplePage, { set: { template: '', imports: [] } });
    page.mockResolvedValueOnce(accounts('ann', 'bea'));
    const fixture = TestBed.createComponent(PeoplePage);
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    expect(ask.mock.calls).toEqual([['presence:watch', { userIds: ['ann', 'bea'] }]]);
    fixture.destroy();
    page.mockResolvedValueOnce(accounts('cem'));
    await TestBed.inject(PeopleDirectory).refresh();
    TestBed.tick();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
