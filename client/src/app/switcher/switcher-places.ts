import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { searchKeyOf } from '../language/search-key';
import { t } from '../language/texts';
import { ComposerFocus } from '../messages/composer-focus';
import { PostStore } from '../posts/post-store';
import { CurrentRoom } from '../rooms/current-room';
import type { KnownRoom } from '../rooms/room-state';
import { RoomStore } from '../rooms/room-store';
import { ago } from '../ui/ago';
import { Clock } from '../ui/short-time';
import { Viewport } from '../ui/viewport';
import { RecentPlaces } from './recent-places';
import type { SwitcherEntry } from './switcher-entry';

/** The rooms and posts that one can go to. */
@Injectable({ providedIn: 'root' })
export class SwitcherPlaces {
  private readonly store = inject(RoomStore);
  private readonly postStore = inject(PostStore);
  private readonly clock = inject(Clock);
  private readonly recentPlaces = inject(RecentPlaces);
  private readonly current = inject(CurrentRoom);
  private readonly router = inject(Router);
  private readonly focus = inject(ComposerFocus);
  private readonly viewport = inject(Viewport);

  /** The reader's own first, the latest active before. */
  readonly rooms = computed(() => {
    const mine = this.store.mine();
    const others = this.store.all().filter(({ myRole }) => myRole === null);
    return [...mine, ...others].map((room) => this.roomEntry(room));
  });
  readonly posts = computed(() =>
    this.postStore.recentTopics().flatMap((post) => {
      const room = this.store.room(post.roomId);
      return room === undefined ? [] : this.postEntry(post, room);
    }),
  );
  /** The post on screen. */
  readonly here = computed(() => this.current.post()?.id);
  /** Where one was, the latest first. */
  readonly recent = computed<SwitcherEntry[]>(() => {
    const known = new Map([...this.rooms(), ...this.posts()].map((entry) => [entry.id, entry]));
    return this.recentPlaces
      .postIds()
      .flatMap((id) => known.get(id) ?? [])
      .map((entry) => ({ ...entry, group: 'recent' }));
  });

  private roomEntry(room: KnownRoom): SwitcherEntry {
    return {
      id: room.chatPostId,
      group: 'rooms',
      name: room.name,
      searchKey: searchKeyOf(room, room.name, room.slug),
      detail: t(room.myRole === null ? 'switcher.notJoined' : 'switcher.members', { count: room.memberCount }),
      picture: { id: room.id, shape: 'room', ...(room.imageUrl !== undefined && { imageUrl: room.imageUrl }) },
      unread: this.store.unreadIn(room.id),
      run: () => this.go(room.chatPostId, ['/r', room.slug]),
    };
  }

  private postEntry(post: SharedPost, room: KnownRoom): SwitcherEntry {
    return {
      id: post.id,
      group: 'posts',
      name: post.title,
      searchKey: searchKeyOf(post, post.title),
      detail: t('switcher.updated', { room: room.name, when: ago(post.activeAt, this.clock.now()) }),
      picture: { icon: post.state === 'resolved' ? 'task_alt' : 'tag' },
      unread: this.postStore.unread(post.id),
      run: () => this.go(post.id, ['/r', room.slug, 'p', post.slug]),
    };
  }

  /** On a phone the keyboard stays away until one wants to write. */
  private go(postId: string, path: string[]): Promise<boolean> {
    if (!this.viewport.isCompact()) this.focus.ask(postId);
    return this.router.navigate(path);
  }
}
