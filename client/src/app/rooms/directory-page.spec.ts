import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { Viewport } from '../ui/viewport';
import { CreateRoom } from './create-room';
import { DirectoryPage } from './directory-page';
import { RoomDirectory } from './room-directory';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

describe('the page of all rooms', () => {
  const page = jest.fn<(q: string) => Promise<RoomPage>>();

  beforeEach(() => {
    page.mockReset().mockResolvedValue({ items: [], total: 0 });
    const store = { put: () => undefined, all: () => [], mine: () => [] };
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { page } },
        { provide: RoomStore, useValue: store },
        { provide: PeopleStore, useValue: { need: () => undefined } },
        ...[CreateRoom, Viewport].map((provide) => ({ provide, useValue: {} })),
      ],
    }).overrideComponent(DirectoryPage, { set: { template: '', imports: [] } });
  });

  /** Long enough for what is typed to count. */
  async function settle(): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, 300));
    TestBed.tick();
  }

  const asked = () => page.mock.calls.map(([q]) => q);

  it('asks for them once with each visit', async () => {
    const visit = TestBed.createComponent(DirectoryPage);
    await settle();
    expect(asked()).toEqual(['']);
    visit.destroy();
    TestBed.createComponent(DirectoryPage);
    await settle();
    expect(asked()).toEqual(['', '']);
  });

  it('asks for what one looks for where there are too many, once one has stopped typing', async () => {
    const many = Array.from({ length: 400 }, (_, index) => ({ id: `${index}` }) as Room);
    page.mockResolvedValue({ items: many, nextCursor: 'more', total: 900 });
    TestBed.createComponent(DirectoryPage);
    await settle();
    page.mockReset().mockResolvedValue({ items: [], total: 0 });
    TestBed.inject(RoomDirectory).search.set('c');
    TestBed.tick();
    TestBed.inject(RoomDirectory).search.set('cellar');
    await settle();
    expect(asked()).toEqual(['cellar']);
  });
});
