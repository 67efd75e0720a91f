import { computed, inject, Injectable } from '@angular/core';
import type { SharedPost } from '#contracts/post.dto.js';
import { PostStore } from '../posts/post-store';
import type { KnownRoom } from '../rooms/room-state';
import { RoomStore } from '../rooms/room-store';
import { keptChoice } from '../device/kept-choice';

type UnreadOrder = 'room' | 'newest';

/** An unread post of one of the reader's rooms. */
export interface UnreadPost {
  post: SharedPost;
  room: KnownRoom;
  count: number;
}

/** What the reader has not read yet, room by room or simply the newest first, as chosen on this device. */
@Injectable({ providedIn: 'root' })
export class UnreadPosts {
  private readonly posts = inject(PostStore);
  private readonly rooms = inject(RoomStore);
  private readonly chosen = keptChoice<UnreadOrder>('roomers.unread-order', ['room', 'newest'], 'room');

  readonly order = this.chosen.asReadonly();
  readonly items = computed(() => {
    const byRoom = this.rooms.mine().flatMap((room) => this.inRoom(room));
    return this.chosen() === 'room' ? byRoom : byRoom.sort(newestFirst);
  });
  readonly total = computed(() => this.items().reduce((sum, { count }) => sum + count, 0));

  choose(order: UnreadOrder): void {
    this.chosen.set(order);
  }

  private inRoom(room: KnownRoom): UnreadPost[] {
    return this.posts
      .inRoom(room.id)
      .map((post) => ({ room, post, count: this.posts.unread(post.id) }))
      .filter(({ count }) => count > 0)
      .sort(newestFirst);
  }
}

function newestFirst(one: UnreadPost, other: UnreadPost): number {
  return other.post.activeAt.localeCompare(one.post.activeAt);
}
