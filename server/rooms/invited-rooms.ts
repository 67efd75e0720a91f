import { Injectable } from '@nestjs/common';
import { type RoomName, RoomsRepository } from './rooms.repository.js';

/** What of an invitation says where it leads. */
export interface Leading {
  makerId: string;
  roomIds: readonly string[];
  /** For one person, by an admin. */
  isPersonal: boolean;
}

/** Where invitations lead: a link only while its maker keeps the room, one of an admin into public rooms too, and none into archived ones. */
@Injectable()
export class InvitedRooms {
  constructor(private readonly rooms: RoomsRepository) {}

  async find({ makerId, roomIds, isPersonal }: Leading): Promise<RoomName[]> {
    return this.rooms.listInviting(makerId, roomIds, isPersonal);
  }

  /** As `find`; the rooms and who belongs to them stay as they are until the transaction ends. */
  async hold(leading: Leading): Promise<RoomName[]> {
    // In the order in which everybody holds rooms, so that nobody waits for each other.
    for (const roomId of leading.roomIds.toSorted()) await this.rooms.hold(roomId);
    return this.find(leading);
  }
}
