import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SharedPost } from '#contracts/post.dto.js';
import { PostStore } from '../posts/post-store';
import { PeopleStore } from '../profiles/people-store';
import { CreateRoom } from '../rooms/create-room';
import type { KnownRoom } from '../rooms/room-state';
import { RoomStore } from '../rooms/room-store';
import { Clock } from '../ui/short-time';
import { aKnownRoom, aSharedPost } from './home.fixture';
import { LatestLines } from './latest-lines';
import { UnreadList } from './unread-list';
import { UnreadListHarness } from './unread-list.harness';

const NOW = Date.parse('2026-06-03T10:00:00.000Z');
const at = (minute: string) => `2026-06-03T09:${minute}:00.000Z`;

describe('what is unread', () => {
  const mine = signal<KnownRoom[]>([]);
  const posts = signal<SharedPost[]>([]);
  const counts = signal<Record<string, number>>({});
  const need = jest.fn();
  const lookAgain = jest.fn();

  beforeEach(() => {
    localStorage.clear();
    need.mockClear();
    mine.set([aKnownRoom('Train'), aKnownRoom('读书会')]);
    posts.set([
      aSharedPost('Train', 'Chat of the train', { kind: 'chat', activeAt: at('59') }),
      aSharedPost('读书会', '六月书单', { activeAt: at('57') }),
      aSharedPost('Train', 'Go or no-go', { activeAt: at('30') }),
      aSharedPost('Train', 'Long read', { activeAt: at('58') }),
    ]);
    counts.set({ 'Chat of the train': 2, 六月书单: 1, 'Go or no-go': 4 });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: RoomStore, useValue: { mine } },
        {
          provide: PostStore,
          useValue: {
            inRoom: (id: string) => posts().filter(({ roomId }) => roomId === id),
            unread: (id: string) => counts()[id] ?? 0,
          },
        },
        {
          provide: LatestLines,
          useValue: { need, lookAgain, of: (id: string) => [{ seq: 5, authorId: 'lei', words: `about ${id}` }] },
        },
        { provide: PeopleStore, useValue: { person: () => ({ displayName: '王磊 Lei Wang' }), need: jest.fn() } },
        { provide: CreateRoom, useValue: {} },
        { provide: Clock, useValue: { now: () => NOW } },
      ],
    });
  });

  const aList = () =>
    TestbedHarnessEnvironment.harnessForFixture(TestBed.createComponent(UnreadList), UnreadListHarness);

  it('stands room by room, in each the newest first, with its latest words', async () => {
    const list = await aList();
    expect(await list.texts()).toEqual([
      'Chat in Train 王磊 about Chat of the train 1 min 2 unread',
      'Go or no-go in Train 王磊 about Go or no-go 30 min 4 unread',
      '六月书单 in 读书会 王磊 about 六月书单 3 min 1 unread',
    ]);
    expect(await list.links()).toEqual(['/r/train', '/r/train/p/go%20or%20no-go', expect.stringContaining('/p/')]);
    expect(need.mock.lastCall?.[0]).toHaveLength(3);
  });

  it('stands newest first when that is chosen, also the next time', async () => {
    const list = await aList();
    await list.order('Newest');
    expect((await list.texts()).map((text) => text.split(' in ')[0])).toEqual(['Chat', '六月书单', 'Go or no-go']);
    expect(localStorage.getItem('roomers.unread-order')).toBe('newest');
  });

  it('goes as it is read', async () => {
    const list = await aList();
    counts.set({ 六月书单: 1 });
    expect((await list.texts()).length).toBe(1);
    counts.set({});
    expect([await list.texts(), await list.emptiness()]).toEqual([[], 'Nothing unread']);
  });

  it('tells those who are in no room where to begin', async () => {
    mine.set([]);
    expect(await (await aList()).emptiness()).toBe('You are in no room yet');
  });
});
