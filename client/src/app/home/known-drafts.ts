import { computed, inject, Injectable } from '@angular/core';
import type { SharedPost } from '#contracts/post.dto.js';
import { ComposerFocus } from '../messages/composer-focus';
import { Drafts } from '../messages/drafts';
import { plainWords } from '../messages/plain-words';
import { PostStore } from '../posts/post-store';
import type { KnownRoom } from '../rooms/room-state';
import { RoomStore } from '../rooms/room-store';
import { postPath } from '../posts/post-path';

/** Something begun on this device, and where. */
export interface KnownDraft {
  post: SharedPost;
  room: KnownRoom;
  beginning: string;
  link: string[];
}

/** The drafts of posts that the reader can write in, the latest active first. */
@Injectable({ providedIn: 'root' })
export class KnownDrafts {
  private readonly drafts = inject(Drafts);
  private readonly posts = inject(PostStore);
  private readonly rooms = inject(RoomStore);
  private readonly focus = inject(ComposerFocus);

  readonly items = computed(() =>
    [...this.drafts.all()]
      .flatMap(([postId, text]) => this.describe(postId, text))
      .sort((one, other) => other.post.activeAt.localeCompare(one.post.activeAt)),
  );

  /** The link that leads to the post leads to its composer. */
  resume({ post }: KnownDraft): void {
    this.focus.ask(post.id);
  }

  private describe(postId: string, text: string): KnownDraft[] {
    const beginning = plainWords(text);
    const post = this.posts.post(postId);
    const room = post === undefined ? undefined : this.rooms.room(post.roomId);
    if (beginning === '' || post === undefined || room === undefined || room.myRole === null) return [];
    return [{ post, room, beginning, link: linkTo(room, post) }];
  }
}

/** The address of a post: the chat's is that of its room. */
export function linkTo(room: KnownRoom, post: SharedPost): string[] {
  return postPath(room.slug, post);
}
