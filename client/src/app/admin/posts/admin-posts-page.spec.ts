import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import { FrameStore } from '../../frame-store';
import { Levels } from '../../levels';
import { ChatSocket } from '../../realtime/chat-socket';
import { ServerError } from '../../realtime/server-error';
import { RoomsApi } from '../../rooms/rooms-api';
import { EmptyStateHarness } from '../../ui/empty-state.harness';
import { Viewport } from '../../ui/viewport';
import { AdminRoomsApi } from '../rooms/admin-rooms-api';
import { AdminRoomActions } from '../rooms/admin-room-actions';
import { AdminPostActions } from './admin-post-actions';
import { AdminPostsApi, type PostsQuery } from './admin-posts-api';
import { AdminPostsPage } from './admin-posts-page';

describe('the posts of a room in the console', () => {
  const one = jest.fn<(room: string) => Promise<Room>>();
  const page = jest.fn<(query: PostsQuery) => Promise<{ items: []; total: number }>>();

  // jsdom has no layout to scroll.
  Object.assign(Element.prototype, { scrollTo: () => undefined });

  beforeEach(() => {
    one.mockReset();
    page.mockReset().mockResolvedValue({ items: [], total: 0 });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: RoomsApi, useValue: { one } },
        { provide: AdminRoomsApi, useValue: { page: () => Promise.resolve({ items: [] }) } },
        { provide: AdminPostsApi, useValue: { page } },
        { provide: ChatSocket, useValue: { on: () => undefined, connections: signal(1) } },
        { provide: Viewport, useValue: { isCompact: () => false } },
        { provide: FrameStore, useValue: { isLeftOverlay: () => false, isLeftOpen: () => true } },
        ...[AdminRoomActions, AdminPostActions, Levels].map((provide) => ({ provide, useValue: {} })),
      ],
    });
  });

  async function open() {
    const fixture = TestBed.createComponent(AdminPostsPage);
    fixture.componentRef.setInput('room', 'the-id');
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return {
      said: async () => (await loader.getHarness(EmptyStateHarness)).heading(),
      press: async (text: string) => (await loader.getHarness(MatButtonHarness.with({ text }))).click(),
      asked: async () => {
        await fixture.whenStable();
        return page.mock.calls.map(([{ roomId }]) => roomId);
      },
    };
  }

  it('are asked for once the room is known', async () => {
    one.mockResolvedValue({ id: 'the-id', slug: 'club', name: 'Club', visibility: 'public', myRole: null } as Room);
    const { asked } = await open();
    expect([await asked(), one.mock.calls]).toEqual([['the-id'], [['the-id']]]);
  });

  it('are not those of all rooms when the room did not come', async () => {
    one.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    const { said, press, asked } = await open();
    expect([await said(), await asked()]).toEqual(['The list did not load', []]);
    one.mockResolvedValue({ id: 'the-id', slug: 'club', name: 'Club', visibility: 'public', myRole: null } as Room);
    await press('Try again');
    expect(await asked()).toEqual(['the-id']);
  });

  it('are not those of all rooms when there is no such room, until one wants them', async () => {
    one.mockRejectedValueOnce(new ServerError('not_found', 'none', 404));
    const { said, press, asked } = await open();
    expect([await said(), await asked()]).toEqual(['This room is not to be found', []]);
    await press('Show all posts');
    expect(await asked()).toEqual([undefined]);
  });
});
