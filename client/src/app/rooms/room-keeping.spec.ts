import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Room, RoomRole } from '#contracts/room.dto.js';
import { ServerError } from '../realtime/server-error';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { RoomKeeping } from './room-keeping';
import { aRoom } from './room.fixture';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

const room = (facts: Partial<Room> = {}): KnownRoom => ({ ...aRoom(facts), chatPostId: 'chat' });

describe('what one may do with a room', () => {
  const setFavourite = jest.fn<(room: string, isFavourite: boolean) => Promise<void>>();
  const setArchived = jest.fn<(room: string, isArchived: boolean) => Promise<Room>>();
  const setOwn = jest.fn();
  const put = jest.fn();
  const ask = jest.fn<() => Promise<boolean>>();
  let keeping: RoomKeeping;
  const lines = (myRole: RoomRole | null, facts: Partial<Room> = {}) =>
    keeping.of(room({ myRole, ...facts })).map(({ label }) => label);

  beforeEach(() => {
    for (const call of [setFavourite, setArchived, setOwn, put, ask]) call.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { setFavourite, setArchived } },
        { provide: RoomStore, useValue: { setOwn, put } },
        { provide: Confirm, useValue: { ask } },
      ],
    });
    jest.spyOn(TestBed.inject(Notice), 'say').mockImplementation(() => undefined);
    keeping = TestBed.inject(RoomKeeping);
  });

  it('is for its owner, in part for moderators, and for nobody else', () => {
    expect(lines('owner')).toEqual(['Edit room', 'Hand over ownership', 'Archive room', 'Delete room']);
    expect(lines('moderator')).toEqual(['Edit room']);
    expect([lines('member'), lines(null)]).toEqual([[], []]);
  });

  it('is not to edit it while it is archived', () => {
    const archived = { archivedAt: '2026-06-03T09:00:00.000Z' };
    expect(lines('owner', archived)).toEqual(['Hand over ownership', 'Bring back from the archive', 'Delete room']);
    expect(lines('moderator', archived)).toEqual([]);
  });

  it('is asked about before it is archived', async () => {
    const archive = () =>
      keeping
        .of(room({ myRole: 'owner' }))
        .find(({ label }) => label === 'Archive room')
        ?.run();
    ask.mockResolvedValue(false);
    await archive();
    expect(setArchived).not.toHaveBeenCalled();
    ask.mockResolvedValue(true);
    setArchived.mockResolvedValue(aRoom());
    await archive();
    expect([setArchived.mock.calls, put.mock.calls.length]).toEqual([[['room', true]], 1]);
  });

  it('shows a favourite at once, and takes it back when it is refused', async () => {
    setFavourite.mockRejectedValue(new ServerError('unreachable', ''));
    const [mark] = keeping.favourite(room());
    expect(mark?.label).toBe('Add to favourites');
    await mark?.run();
    expect(setOwn.mock.calls).toEqual([
      ['room', { isFavourite: true }],
      ['room', { isFavourite: false }],
    ]);
    expect(keeping.favourite(room({ isFavourite: true }))[0]?.label).toBe('Remove from favourites');
    expect(keeping.favourite(room({ myRole: null }))).toEqual([]);
  });
});
