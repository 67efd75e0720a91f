import type { RoomVisibility } from '#contracts/room.dto.js';

/** A room was made, its owner is its first member. The posts module makes the chat post under the id given here. */
export class RoomCreated {
  constructor(
    readonly roomId: string,
    readonly chatPostId: string,
    readonly ownerId: string,
  ) {}
}

/** Name, about, slug, visibility, picture or owner of a room changed. */
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
  ) {}
}

/** A user is no longer a member of a room: left, or removed. */
export class MemberLeft {
  constructor(
    readonly roomId: string,
    readonly userId: string,
  ) {}
}
