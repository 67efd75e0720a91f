import { computed, inject, Injectable, signal } from '@angular/core';
import type { Post, SharedPost } from '#contracts/post.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import {
  forgetMarks,
  keepPosts,
  type KeptPosts,
  type Mark,
  moveHead,
  NO_POSTS,
  type PostState,
  putMark,
  putOwnPosts,
  putPosts,
  readTo,
  replaceKeptMark,
  removePosts,
  restorePosts,
  unreadOf,
} from './post-state';

/** Every post the client has heard of, and how far the reader has read each. */
@Injectable({ providedIn: 'root' })
export class PostStore {
  private readonly state = signal<PostState>(NO_POSTS);
  /** The post that was deleted last. */
  readonly gone = signal<SharedPost | null>(null);

  /** What is unread, by room: the sum over its posts. */
  readonly unreadByRoom = computed(() => {
    const state = this.state();
    const unread = new Map<string, number>();
    for (const { id, roomId } of state.posts.values()) {
      unread.set(roomId, (unread.get(roomId) ?? 0) + unreadOf(state, id));
    }
    return unread;
  });

  /** Topic posts of every known room, the latest active first. */
  readonly recentTopics = computed(() =>
    [...this.state().posts.values()].filter(({ kind }) => kind === 'topic').sort(latestFirst),
  );
  /** Worked out once for all rooms: lists of rooms ask for each of theirs. */
  private readonly byRoom = computed(() => {
    const byRoom = new Map<string, SharedPost[]>();
    for (const post of this.state().posts.values()) {
      const inRoom = byRoom.get(post.roomId);
      if (inRoom === undefined) byRoom.set(post.roomId, [post]);
      else inRoom.push(post);
    }
    for (const inRoom of byRoom.values()) inRoom.sort(chatFirst);
    return byRoom;
  });

  constructor() {
    const socket = inject(ChatSocket);
    socket.on('post', (post) => this.update((state) => putPosts(state, [post])));
    socket.on('activity', (frame) => this.update((state) => moveHead(state, frame)));
    socket.on('post:deleted', ({ postId }) => this.lose(postId));
    socket.on('room:deleted', ({ roomId }) => this.removeRoom(roomId));
    socket.on('read', ({ postId, readSeq, version }) => this.mark(postId, { readSeq, version }));
  }

  post(id: string): SharedPost | undefined {
    return this.state().posts.get(id);
  }

  /** Posts of a room, its chat first, then the latest active. */
  inRoom(roomId: string): readonly SharedPost[] {
    return this.byRoom().get(roomId) ?? [];
  }

  readSeq(postId: string): number | undefined {
    return this.state().marks.get(postId)?.readSeq;
  }

  unread(postId: string): number {
    return unreadOf(this.state(), postId);
  }

  unreadPosts(): SharedPost[] {
    const state = this.state();
    return [...state.posts.values()].filter(({ id }) => unreadOf(state, id) > 0);
  }

  /** Takes posts as fetched; only members have marks. */
  put(posts: readonly Post[], isMember: boolean): void {
    if (posts.length === 0) return;
    this.update((state) => (isMember ? putOwnPosts(state, posts) : putPosts(state, posts)));
  }

  mark(postId: string, mark: Mark): void {
    this.update((state) => putMark(state, postId, mark));
  }

  /** A post that came into being in a room of the reader: nothing of it has been read. */
  startUnread(postId: string): void {
    if (this.readSeq(postId) === undefined) this.mark(postId, { readSeq: 0, version: -1 });
  }

  /** Moves the mark before the server has confirmed it. */
  readTo(postId: string, seq: number): void {
    this.update((state) => readTo(state, postId, seq));
  }

  /** The mark as the server has it while only this device's memory of an earlier visit is known. */
  readAsOf(postId: string, readSeq: number): void {
    this.update((state) => replaceKeptMark(state, postId, readSeq));
  }

  /** A message came: the post's numbers follow at once where it is open. */
  moved(postId: string, lastSeq: number, rev: number, at: string): void {
    this.update((state) => moveHead(state, { postId, lastSeq, rev, at }));
  }

  removeRoom(roomId: string): void {
    this.update((state) => removePosts(state, (post) => post.roomId === roomId));
  }

  /** A post went while one may have been in it. */
  lose(postId: string): void {
    this.gone.set(this.post(postId) ?? this.gone());
    this.update((state) => removePosts(state, ({ id }) => id === postId));
  }

  leave(roomId: string): void {
    this.update((state) => forgetMarks(state, roomId));
  }

  /** What is worth keeping for the next visit. */
  kept(roomIds: ReadonlySet<string>): KeptPosts {
    return keepPosts(this.state(), roomIds);
  }

  restore(kept: KeptPosts): void {
    this.update((state) => restorePosts(state, kept));
  }

  private update(change: (state: PostState) => PostState): void {
    this.state.update(change);
  }
}

function latestFirst(one: SharedPost, other: SharedPost): number {
  return one.activeAt < other.activeAt ? 1 : one.activeAt > other.activeAt ? -1 : 0;
}

function chatFirst(one: SharedPost, other: SharedPost): number {
  return Number(other.kind === 'chat') - Number(one.kind === 'chat') || latestFirst(one, other);
}
