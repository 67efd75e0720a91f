import { LIMITS } from './limits.js';
import { IsName } from './text.decorators.js';

/** Confirms that a room is to be deleted. */
export class DeleteRoomDto {
  /** The name of the room; case does not matter. */
  @IsName(LIMITS.roomName)
  confirmName!: string;
}

/** Confirms that a post is to be deleted. */
export class DeletePostDto {
  /** The title of the post; case does not matter. */
  @IsName(LIMITS.postTitle)
  confirmTitle!: string;
}

/** What goes when a post is deleted. */
export class PostDeletion {
  /** Numbers that still exist, those of messages taken back among them. */
  messages!: number;
  /** Files of live messages. */
  files!: number;
  /** Bytes of these, without thumbnails. */
  fileBytes!: number;
}

/** What goes when a room is deleted. */
export class RoomDeletion extends PostDeletion {
  /** The chat among them. */
  posts!: number;
  members!: number;
}
