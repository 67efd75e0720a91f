import { inject, Injectable } from '@angular/core';
import type { SharedPost } from '#contracts/post.dto.js';
import { PostStore } from '../posts/post-store';
import type { KnownRoom } from '../rooms/room-state';
import { RoomStore } from '../rooms/room-store';
import { isRoomNamed } from '../rooms/room-filter';
import { isPostNamed } from '../posts/post-order';

/** A post that one may write in. */
export interface ForwardTarget {
  room: KnownRoom;
  post: SharedPost;
}

const MOST = 40;

/** Where a message may be forwarded to: the chats and open topics of the reader's rooms, the latest active first. */
@Injectable({ providedIn: 'root' })
export class ForwardTargets {
  private readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);

  /** Those whose room or title is called that; without a text the chats of all rooms before their topics. */
  find(text: string): ForwardTarget[] {
    const rooms = this.rooms.mine().filter(({ archivedAt }) => archivedAt === undefined);
    const targets = rooms.flatMap((room) =>
      this.posts
        .inRoom(room.id)
        .filter(({ state }) => state === 'active')
        .map((post) => ({ room, post })),
    );
    return targets
      .filter(({ room, post }) => isRoomNamed(room, text) || (post.kind === 'topic' && isPostNamed(post, text)))
      .sort((one, other) => Number(other.post.kind === 'chat') - Number(one.post.kind === 'chat'))
      .slice(0, MOST);
  }
}
