import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/organisation.service.js';
import { Memberships } from './memberships.js';
import { RoomsRepository } from './rooms.repository.js';

/** The rooms that newcomers join by themselves. */
@Injectable()
export class DefaultRooms {
  constructor(
    private readonly organisation: Organisation,
    private readonly rooms: RoomsRepository,
    private readonly memberships: Memberships,
  ) {}

  /**
   * Makes a newcomer a member, in the transaction that makes the account. A room that meanwhile is deleted, archived or
   * private is passed over, and counts again when it is open again.
   */
  async join(userId: string): Promise<void> {
    const { defaultRoomIds } = await this.organisation.current();
    // In the order in which everybody holds rooms, so that nobody waits for each other.
    for (const roomId of defaultRoomIds.toSorted()) {
      const room = await this.rooms.hold(roomId);
      if (room?.visibility === 'public' && !room.isArchived) await this.memberships.join(roomId, userId, 'member');
    }
  }

  /** Of the rooms, those that newcomers could not join now. */
  async findClosed(roomIds: readonly string[]): Promise<string[]> {
    const open = new Set(await this.rooms.findOpen(roomIds));
    return roomIds.filter((id) => !open.has(id));
  }
}
