import { DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Sync } from '#contracts/sync.dto.js';
import { MessageStores } from '../messages/message-stores';
import { PostStore } from '../posts/post-store';
import { RoomStore } from '../rooms/room-store';
import { SessionStore } from '../sign-in/session-store';
import { Api } from './api';
import { ChatSocket } from './chat-socket';
import { GrowingPause } from './growing-pause';
import { KeptState } from './kept-state';
import type { ServerError } from './server-error';

const RETRY_MS = 1_000;

/** After every connection: open posts by their rev, what could not be sent, and what changed in rooms, posts and marks. */
@Injectable({ providedIn: 'root' })
export class CatchUp {
  private readonly api = inject(Api);
  private readonly socket = inject(ChatSocket);
  private readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  private readonly messages = inject(MessageStores);
  private readonly kept = inject(KeptState);
  private readonly session = inject(SessionStore);
  private cursor: string | undefined;
  /** Which question was answered last of those that were asked one after the other. */
  private answered = 0;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pause = new GrowingPause(RETRY_MS);

  /** The last attempt to learn what changed failed; the next one follows by itself. */
  readonly hasFailed = signal(false);
  private readonly begun = this.begin();

  constructor() {
    effect(() => {
      if (this.socket.connections() > 0) untracked(() => void this.run());
    });
    // Everybody was asked to: each at a moment of its own.
    this.socket.on('sync', ({ withinMs }) => this.syncIn(Math.random() * withinMs));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** What the last visit left is shown at once and brought up to date by the first connection; else all is fetched. */
  private async begin(): Promise<void> {
    this.cursor = await this.kept.restore();
    if (this.cursor === undefined) await this.sync();
  }

  /** After the connection, not before: what changed between the two would be told by neither. */
  private async run(): Promise<void> {
    void this.messages.catchUp();
    await this.begun;
    await this.sync();
  }

  /** At once, in place of the attempt that would follow. */
  tryAgain(): void {
    this.hasFailed.set(false);
    void this.sync();
  }

  private async sync(): Promise<void> {
    clearTimeout(this.timer);
    if (this.session.state() !== 'signed-in') return;
    const turn = (this.asked += 1);
    try {
      const sync = await this.api.get<Sync>('/sync', { since: this.cursor });
      if (turn > this.answered) this.apply(sync);
      this.answered = Math.max(turn, this.answered);
      this.hasFailed.set(false);
      this.pause.startOver();
    } catch (error) {
      // Of several the one that was asked last says how it goes on: its server may want to be left alone for longer.
      if (turn < this.asked) return;
      this.hasFailed.set(true);
      this.syncIn(this.pause.next((error as ServerError).retryAfterMs));
    }
  }

  private syncIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.sync(), milliseconds);
  }

  private apply(sync: Sync): void {
    this.cursor = sync.cursor;
    if (sync.full) this.forgetOthers(sync);
    this.rooms.put(...sync.rooms);
    for (const place of sync.memberships) this.rooms.place(place);
    const isMine = (roomId: string) => (this.rooms.room(roomId)?.myRole ?? null) !== null;
    this.posts.put(
      sync.posts.filter(({ roomId }) => isMine(roomId)),
      true,
    );
    this.posts.put(
      sync.posts.filter(({ roomId }) => !isMine(roomId)),
      false,
    );
    for (const { postId, readSeq, version } of sync.marks) this.posts.mark(postId, { readSeq, version });
    for (const roomId of sync.gone.rooms) this.rooms.lose(roomId);
    for (const postId of sync.gone.posts) this.posts.lose(postId);
    this.rooms.isLoaded.set(true);
    this.kept.follow(sync.cursor);
  }

  /** Everything is told anew: what is not told is no longer the reader's. */
  private forgetOthers(sync: Sync): void {
    const told = new Set([...sync.rooms, ...sync.posts].map(({ id }) => id));
    for (const { id, chatPostId } of this.rooms.mine()) {
      if (!told.has(id)) this.rooms.lose(id);
      const posts = this.posts.inRoom(id).filter((post) => post.id !== chatPostId && !told.has(post.id));
      for (const post of posts) this.posts.lose(post.id);
    }
  }
}
