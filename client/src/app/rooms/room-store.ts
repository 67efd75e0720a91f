import { computed, inject, Injectable, signal } from '@angular/core';
import type { Membership, Room, RoomRole } from '#contracts/room.dto.js';
import type { OwnMembership } from '#contracts/sync.dto.js';
import { PostStore } from '../posts/post-store';
import { PostsApi } from '../posts/posts-api';
import { ChatSocket } from '../realtime/chat-socket';
import { SessionStore } from '../sign-in/session-store';
import {
  applyActivity,
  keepRooms,
  type KeptRooms,
  type KnownRoom,
  NO_ROOMS,
  type OwnFacts,
  ownRooms,
  putPlace,
  putRoom,
  putSharedRoom,
  removeRoom,
  restoreRooms,
  type RoomState,
  setOwnFacts,
  setRole,
  withoutLost,
} from './room-state';
import { RoomsApi } from './rooms-api';

/** Every room the client has heard of; events and answers keep it true. */
@Injectable({ providedIn: 'root' })
export class RoomStore {
  private readonly api = inject(RoomsApi);
  private readonly postsApi = inject(PostsApi);
  private readonly posts = inject(PostStore);
  private readonly session = inject(SessionStore);
  private readonly state = signal<RoomState>(NO_ROOMS);
  private readonly known = computed(() => withoutLost(this.state(), (postId) => this.posts.post(postId)?.firstSeq));
  private readonly joining = new Map<string, Promise<unknown>>();

  /** False until the first answer of the server, so that an empty list is not mistaken for no rooms. */
  readonly isLoaded = signal(false);
  /** The room that the reader left last and can no longer see. */
  readonly left = signal<Pick<KnownRoom, 'slug' | 'name'> | null>(null);
  /** The room that went last, by deletion or because it is no longer for the reader. */
  readonly gone = signal<KnownRoom | null>(null);
  /** The reader's rooms, the latest active first. */
  readonly mine = computed(() => ownRooms(this.known()));
  readonly all = computed(() => [...this.known().rooms.values()]);
  readonly unread = computed(() => this.mine().reduce((sum, room) => sum + this.unreadIn(room.id), 0));

  constructor() {
    const socket = inject(ChatSocket);
    socket.on('room', (room) => this.state.update((state) => putSharedRoom(state, room)));
    socket.on('room:deleted', ({ roomId }) => this.lose(roomId));
    socket.on('favourite', ({ roomId, isFavourite, version }) =>
      this.setOwn(roomId, { isFavourite, favouriteVersion: version }),
    );
    socket.on('requests', ({ roomId, count }) => this.setOwn(roomId, { requestCount: count }));
    socket.on('activity', (frame) => this.state.update((state) => applyActivity(state, frame)));
    socket.on('post', ({ id, roomId }) => {
      if ((this.room(roomId)?.myRole ?? null) !== null) this.posts.startUnread(id);
    });
    socket.on('membership', (membership) => void this.memberChanged(membership));
  }

  room(id: string): KnownRoom | undefined {
    return this.known().rooms.get(id);
  }

  bySlug(slugOrId: string): KnownRoom | undefined {
    return [...this.known().rooms.values()].find(({ id, slug }) => slug === slugOrId || id === slugOrId);
  }

  unreadIn(roomId: string): number {
    return this.posts.unreadByRoom().get(roomId) ?? 0;
  }

  /** Takes rooms as fetched, their chats with them. */
  put(...rooms: readonly Room[]): void {
    const left = rooms.filter(({ id, myRole }) => myRole === null && (this.room(id)?.myRole ?? null) !== null);
    this.state.update((state) => rooms.reduce(putRoom, state));
    for (const { id } of left) this.posts.leave(id);
    const chats = (areMine: boolean) =>
      rooms.filter(({ myRole }) => (myRole !== null) === areMine).map(({ chatPost }) => chatPost);
    this.posts.put(chats(true), true);
    this.posts.put(chats(false), false);
  }

  /** Takes the reader's own place in a room; an older word than the one that is known changes nothing. */
  place(place: OwnMembership & Pick<Membership, 'leftAt'>): void {
    const before = this.state();
    this.state.update((state) => putPlace(state, place));
    if (place.leftAt !== undefined && this.state() !== before) this.forget(place.roomId);
  }

  /** The room is no longer the reader's to see. */
  remove(roomId: string): void {
    this.state.update((state) => removeRoom(state, roomId));
    this.posts.removeRoom(roomId);
  }

  setOwn(roomId: string, facts: OwnFacts): void {
    this.state.update((state) => setOwnFacts(state, roomId, facts));
  }

  /** As `remove`, of a room that went while one may have been in it. */
  lose(roomId: string): void {
    this.gone.set(this.room(roomId) ?? this.gone());
    this.remove(roomId);
  }

  /** What is worth keeping for the next visit. */
  kept(): KeptRooms {
    return keepRooms(this.known());
  }

  restore(kept: KeptRooms): void {
    this.state.update((state) => restoreRooms(state, kept));
    this.isLoaded.set(true);
  }

  /** Fetches a room with its posts. */
  async load(slugOrId: string): Promise<KnownRoom> {
    const { places } = this.state();
    const room = await this.api.one(slugOrId);
    const posts = await this.postsApi.all(room.id);
    // The reader joined or left meanwhile: the answer may be from before.
    if (this.state().places.get(room.id) !== places.get(room.id)) return this.load(slugOrId);
    this.put(room);
    this.posts.put(posts, room.myRole !== null);
    return this.room(room.id) ?? { ...room, chatPostId: room.chatPost.id };
  }

  async join(roomId: string): Promise<void> {
    this.setRole(roomId, 'member');
    const joined = this.api.join(roomId);
    this.joining.set(roomId, joined);
    try {
      await joined;
    } catch (error) {
      this.setRole(roomId, null);
      throw error;
    } finally {
      this.joining.delete(roomId);
    }
    // Who has joined stays so; what cannot be fetched now comes with the next connection.
    await this.load(roomId).catch(() => undefined);
  }

  /** Settles once the server has answered to joining, if that is going on: until then it lets nobody write. */
  async settled(roomId: string): Promise<void> {
    await this.joining.get(roomId)?.catch(() => undefined);
  }

  async leave(roomId: string): Promise<void> {
    const room = this.room(roomId);
    await this.api.leave(roomId);
    if (room?.visibility === 'private') this.left.set(room);
    this.forget(roomId);
  }

  private setRole(roomId: string, role: RoomRole | null): void {
    this.state.update((state) => setRole(state, roomId, role));
  }

  private forget(roomId: string): void {
    if (this.room(roomId)?.visibility === 'private') return this.remove(roomId);
    this.setRole(roomId, null);
    this.posts.leave(roomId);
  }

  private async memberChanged(membership: Membership): Promise<void> {
    if (membership.user.id !== this.session.user()?.id) return;
    const { roomId } = membership;
    const had = this.room(roomId)?.myRole ?? null;
    this.place(membership);
    if (membership.leftAt === undefined && had === null) await this.load(roomId).catch(() => undefined);
  }
}
