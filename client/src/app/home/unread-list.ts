import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { PostStore } from '../posts/post-store';
import type { KnownRoom } from '../rooms/room-state';
import { RoomStore } from '../rooms/room-store';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { EmptyState } from '../ui/empty-state';
import { ShortTimePipe } from '../ui/short-time';

interface Unread {
  post: SharedPost;
  room: KnownRoom;
  count: number;
  link: string[];
  author: string;
  excerpt: string;
}

/** What has not been read, room by room, the latest active first. */
@Component({
  selector: 'app-unread-list',
  imports: [Avatar, Badge, EmptyState, MatButtonModule, RouterLink, ShortTimePipe],
  templateUrl: './unread-list.html',
  styleUrl: './unread-list.scss',
})
export class UnreadList {
  protected readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  private readonly people = inject(PeopleStore);

  protected readonly items = computed(() =>
    this.rooms.mine().flatMap((room) =>
      this.posts
        .inRoom(room.id)
        .filter(({ id }) => this.posts.unread(id) > 0)
        .sort((one, other) => other.activeAt.localeCompare(one.activeAt))
        .map((post) => this.describe(room, post)),
    ),
  );
  protected readonly total = computed(() => this.items().reduce((sum, { count }) => sum + count, 0));

  private describe(room: KnownRoom, post: SharedPost): Unread {
    const latest = room.latest?.postId === post.id ? room.latest : undefined;
    return {
      room,
      post,
      count: this.posts.unread(post.id),
      link: post.kind === 'chat' ? ['/r', room.slug] : ['/r', room.slug, 'p', post.slug],
      author: latest === undefined ? '' : (this.people.person(latest.authorId)?.displayName ?? ''),
      excerpt: latest?.excerpt ?? '',
    };
  }
}
