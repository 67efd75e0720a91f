import type { RoomKind, RoomRole, RoomVisibility } from '#contracts/room.dto.js';

/** A room with the asking user's role, as other modules compose their answers from it. */
export interface RoomRecord {
  id: string;
  slug: string;
  name: string;
  /** Null until it is computed. */
  searchKey: string | null;
  about: string;
  visibility: RoomVisibility;
  kind: RoomKind;
  imageId: string | null;
  ownerId: string;
  chatPostId: string;
  memberCount: number;
  archivedAt: Date | null;
  version: number;
  createdAt: Date;
  /** Null for a visitor. */
  myRole: RoomRole | null;
  /** False for a visitor. */
  isFavourite: boolean;
  favouriteVersion: number;
}

/** A room that is not deleted, held until the transaction ends. */
export interface HeldRoom {
  name: string;
  visibility: RoomVisibility;
  isArchived: boolean;
}
