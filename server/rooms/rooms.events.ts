import type { RoomVisibility } from '#contracts/room.dto.js';

/** A room was made, its owner is its first member. The posts module makes the chat post under the id given here. */
export class RoomCreated {
  constructor(
    readonly roomId: string,
    readonly chatPostId: string,
    readonly ownerId: string,
  ) {}
}

/** Name, about, slug, visibility, picture, owner or archive of a room changed, or one of its posts was deleted. */
export class RoomChanged {
  constructor(
    readonly roomId: string,
    /** Who could find it before. */
    readonly visibilityBefore: RoomVisibility,
    readonly visibilityNow: RoomVisibility,
  ) {}
}

/** A user became a member of a room. */
export class MemberJoined {
  constructor(
    readonly roomId: string,
    readonly userId: string,
  ) {}
}

/** A member's role in a room changed. */
export class MemberRoleChanged {
  constructor(
    readonly roomId: string,
    readonly userId: string,
    /** Owner or moderator from now on. */
    readonly isKeeper: boolean,
  ) {}
}

/** A user is no longer a member of a room: left, or removed. */
export class MemberLeft {
  constructor(
    readonly roomId: string,
    readonly userId: string,
  ) {}
}

/** A member put a room among the favourites or took it from there. */
export class FavouriteChanged {
  constructor(
    readonly roomId: string,
    readonly userId: string,
  ) {}
}

/** Somebody asks to join a room, or was answered. */
export class RoomRequestsChanged {
  constructor(
    readonly roomId: string,
    /** Its owner and moderators. */
    readonly keeperIds: string[],
  ) {}
}

/** A room is gone for everybody. What it held is cleared later. */
export class RoomDeleted {
  constructor(
    readonly roomId: string,
    readonly actorId: string,
    readonly name: string,
    /** Who could find it before. */
    readonly visibilityBefore: RoomVisibility,
  ) {}
}

/** Nothing is left of a deleted room. */
export class RoomErased {
  constructor(
    readonly roomId: string,
    /** Its picture, whose bytes are still there. */
    readonly imageId: string | null,
  ) {}
}
