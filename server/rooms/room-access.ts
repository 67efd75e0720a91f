import type { RoomRole, RoomVisibility } from '#contracts/room.dto.js';

/** What decides what a user may do in a room. */
export interface RoomAccess {
  roomId: string;
  visibility: RoomVisibility;
  isArchived: boolean;
  /** The user's role; null for a visitor. */
  role: RoomRole | null;
}
