import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { PeopleStore } from '../profiles/people-store';
import type { KeptPosts } from '../posts/post-state';
import { PostStore } from '../posts/post-store';
import type { KeptRooms } from '../rooms/room-state';
import { RoomStore } from '../rooms/room-store';
import { SessionStore } from '../sign-in/session-store';
import type { User } from '#contracts/user.dto.js';
import { KeepSoon } from './keep-soon';
import { Snapshots, soon } from './snapshots';

interface KeptLists {
  cursor: string;
  rooms: KeptRooms;
  posts: KeptPosts;
  people: User[];
}

const EVERY_MS = 3_000;
const NAME = 'lists';

/** The lists as this device saw them last: shown at once on the next visit, then brought up to date from their cursor. */
@Injectable({ providedIn: 'root' })
export class KeptState {
  private readonly snapshots = inject(Snapshots);
  private readonly keeps = inject(KeepSoon);
  private readonly session = inject(SessionStore);
  private readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  private readonly people = inject(PeopleStore);
  private readonly cursor = signal<string | undefined>(undefined);
  private restoring: Promise<string | undefined> | undefined;

  constructor() {
    effect(() => {
      this.rooms.mine();
      this.posts.unreadByRoom();
      const cursor = this.cursor();
      if (cursor !== undefined) untracked(() => this.keeps.after(EVERY_MS, NAME, () => void this.keep()));
    });
  }

  /**
   * Shows what was kept of this account, once; resolves to the cursor from which it is to be brought up to date. What
   * comes late shows all the same, unless the server was faster.
   */
  restore(): Promise<string | undefined> {
    this.restoring ??= soon(this.read());
    return this.restoring;
  }

  /** From now on what the stores say is kept, with the cursor that it is at least as new as. */
  follow(cursor: string): void {
    this.cursor.set(cursor);
  }

  private async read(): Promise<string | undefined> {
    const kept = (await this.snapshots.read(this.name())) as KeptLists | undefined;
    if (kept === undefined || this.cursor() !== undefined) return undefined;
    try {
      this.rooms.restore(kept.rooms);
      this.posts.restore(kept.posts);
      this.people.restore(kept.people);
      return kept.cursor;
    } catch {
      // Kept by another program: everything is fetched.
      return undefined;
    }
  }

  private async keep(): Promise<void> {
    const [cursor, user] = [this.cursor(), this.session.user()];
    if (cursor === undefined || user === null) return;
    const rooms = this.rooms.kept();
    const posts = this.posts.kept(new Set(rooms.rooms.map(({ id }) => id)));
    const kept: KeptLists = { cursor, rooms, posts, people: this.people.kept() };
    await this.snapshots.write(this.name(), kept);
  }

  private name(): string {
    return `${this.session.user()?.id ?? ''}/${NAME}`;
  }
}
