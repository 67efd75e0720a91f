import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { RoomDirectory } from './room-directory';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

const room = (name: string, at: number) =>
  ({
    id: name,
    slug: name,
    name,
    about: `about ${name}`,
    ownerId: 'hanna',
    createdAt: `2026-06-0${at}T09:00:00.000Z`,
  }) as unknown as Room & KnownRoom;

describe('the directory of rooms', () => {
  const page = jest.fn<(q: string, cursor?: string) => Promise<RoomPage>>();
  const rooms = signal<ReadonlyMap<string, KnownRoom>>(new Map());
  let directory: RoomDirectory;

  beforeEach(() => {
    page.mockReset();
    rooms.set(new Map());
    const put = (...some: (Room & KnownRoom)[]) =>
      rooms.update((known) => new Map([...known, ...some.map((one) => [one.id, one] as const)]));
    const store = { put, all: () => [...rooms().values()], room: (id: string) => rooms().get(id) };
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { page } },
        { provide: RoomStore, useValue: store },
        {
          provide: PeopleStore,
          useValue: { need: () => undefined, person: () => ({ displayName: 'Hanna Lindqvist', username: 'hanna' }) },
        },
      ],
    });
    directory = TestBed.inject(RoomDirectory);
  });

  const names = () => directory.rooms().map(({ name }) => name);

  it('fetches all pages, sorts them, and searches by about and owner without asking again', async () => {
    page.mockResolvedValueOnce({ items: [room('attic', 1)], nextCursor: 'more', total: 2 });
    page.mockResolvedValueOnce({ items: [room('cellar', 2)], total: 2 });
    await directory.load();
    expect([names(), directory.total(), directory.isWhole()]).toEqual([['cellar', 'attic'], 2, true]);
    directory.order.set('name');
    expect(names()).toEqual(['attic', 'cellar']);
    directory.search.set('about att');
    await directory.look();
    expect(names()).toEqual(['attic']);
    directory.search.set('lindqvist');
    expect([names(), page.mock.calls.length]).toEqual([['attic', 'cellar'], 2]);
  });

  it('takes in a room that comes while it is looked at, and moves none for what is written in them', async () => {
    page.mockResolvedValue({ items: [room('attic', 1), room('cellar', 2)], total: 2 });
    await directory.load();
    rooms.update((known) => new Map(known).set('new', room('new', 3)));
    expect([names(), directory.total()]).toEqual([['new', 'cellar', 'attic'], 3]);
    const written = {
      ...room('attic', 1),
      latest: { postId: '', seq: 2, authorId: '', excerpt: '', at: '2026-06-09' },
    };
    rooms.update((known) => new Map(known).set('attic', written));
    expect(names()).toEqual(['new', 'cellar', 'attic']);
    rooms.update((known) => new Map([...known].filter(([id]) => id !== 'cellar')));
    expect(names()).toEqual(['new', 'attic']);
  });

  it('asks the server for names where there are too many rooms to fetch', async () => {
    const many = Array.from({ length: 200 }, (_, index) => room(`room ${index}`, 1));
    page.mockResolvedValue({ items: many, nextCursor: 'more', total: 900 });
    await directory.load();
    expect([directory.isWhole(), directory.hasMore(), page.mock.calls.length]).toEqual([false, true, 2]);
    page.mockResolvedValueOnce({ items: [room('cellar', 2)], total: 1 });
    directory.search.set('cell');
    await directory.look();
    expect([names(), page.mock.calls.at(-1), directory.total()]).toEqual([['cellar'], ['cell', undefined], 900]);
  });

  it('says when it could not be had, and that it is being asked for again', async () => {
    page.mockRejectedValueOnce(new Error('unreachable'));
    await directory.load();
    expect(directory.state()).toBe('failed');
    page.mockResolvedValueOnce({ items: [room('attic', 1)], total: 1 });
    const tried = directory.load();
    expect(directory.state()).toBe('loading');
    await tried;
    expect([names(), directory.state()]).toEqual([['attic'], 'ready']);
  });

  it('tells nothing of a search that another has taken the place of', async () => {
    page.mockResolvedValue({ items: [room('attic', 1)], nextCursor: 'more', total: 900 });
    await directory.load();
    let fail: (why: Error) => void = () => undefined;
    page.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
    directory.search.set('cell');
    const slow = directory.look();
    page.mockResolvedValueOnce({ items: [room('cellar', 2)], total: 1 });
    directory.search.set('cella');
    await directory.look();
    fail(new Error('unreachable'));
    await slow;
    expect([names(), directory.state()]).toEqual([['cellar'], 'ready']);
  });
});
