import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { ComposerFocus } from './messages/composer-focus';
import { PostFilter } from './posts/post-filter';
import { PostStore } from './posts/post-store';
import { CurrentRoom } from './rooms/current-room';
import type { KnownRoom } from './rooms/room-state';
import { RoomStore } from './rooms/room-store';
import { postPath } from './posts/post-path';

/** From post to post without the lists. */
@Injectable({ providedIn: 'root' })
export class PostSteps {
  private readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  private readonly current = inject(CurrentRoom);
  private readonly list = inject(PostFilter);
  private readonly router = inject(Router);
  private readonly focus = inject(ComposerFocus);

  /** To the neighbour in the room's list, as it is sorted and filtered there; false outside of rooms. */
  step(by: 1 | -1): boolean {
    const [room, chat] = [this.current.room(), this.current.chat()];
    if (room === undefined || chat === undefined) return false;
    const posts = [chat, ...this.list.posts()];
    const at = posts.findIndex(({ id }) => id === this.current.post()?.id);
    const next = posts[at < 0 && by < 0 ? posts.length - 1 : at + by];
    if (next !== undefined) this.go(room, next);
    return true;
  }

  /** To the next unread post, beyond the ends of the list in the other rooms; false when everything is read. */
  stepUnread(by: 1 | -1): boolean {
    const here = this.current.post()?.id;
    const all = this.rooms.mine().flatMap((room) => this.posts.inRoom(room.id).map((post) => ({ room, post })));
    const at = all.findIndex(({ post }) => post.id === here);
    const ahead = by > 0 ? [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))] : [];
    const behind = by < 0 ? [...all.slice(0, Math.max(at, 0)).reverse(), ...all.slice(at + 1).reverse()] : [];
    const next = [...ahead, ...behind].find(({ post }) => this.posts.unread(post.id) > 0);
    if (next === undefined) return false;
    this.go(next.room, next.post);
    return true;
  }

  /** Whoever writes goes on writing there. */
  private go(room: KnownRoom, post: SharedPost): void {
    const path = postPath(room.slug, post);
    if (document.activeElement?.closest('app-composer')) this.focus.ask(post.id);
    void this.router.navigate(path);
  }
}
