import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { SessionStore } from '../sign-in/session-store';
import { ProfilesApi } from './profiles-api';

/** Rows that are drawn together ask together. */
const GATHER_MS = 20;
/** Half of what the server answers: a proxy may refuse an address of over 8 kB. */
const MOST_AT_ONCE = 100;
/** Kept for the next visit and asked for again: as many as lists and streams name in a while. */
const MOST_KEPT = 300;

/** The people the client has heard of: messages name their author by id only. */
@Injectable({ providedIn: 'root' })
export class PeopleStore {
  private readonly api = inject(ProfilesApi);
  private readonly session = inject(SessionStore);
  private readonly people = signal<ReadonlyMap<string, User>>(new Map());
  /** Asked for since the last connection, answered or not: whom nobody knows is asked for once. */
  private readonly asked = new Set<string>();
  private wanted: string[] = [];
  /** Whom lists and streams have named by id, the latest last. */
  private readonly named = new Set<string>();
  /** Known from before the present connection. */
  private old = new Set<string>();
  private isRestored = false;
  private readonly news = signal<ReadonlyMap<string, number>>(new Map());

  /** Everybody who was met so far. */
  readonly all = computed(() => [...this.people().values()]);

  constructor() {
    const socket = inject(ChatSocket);
    socket.on('membership', ({ user }) => this.put([user]));
    socket.on('user', (user) => {
      this.put([user]);
      this.news.update((news) => new Map(news).set(user.id, (news.get(user.id) ?? 0) + 1));
    });
    // Names that changed while the connection was gone were told to nobody here.
    effect(() => {
      if (socket.connections() > (this.isRestored ? 0 : 1)) untracked(() => this.askAgain());
    });
  }

  person(id: string): User | undefined {
    return this.people().get(id);
  }

  nameOf(id: string): string {
    return this.people().get(id)?.displayName ?? '…';
  }

  /** How often something was told of a person: what they say of themselves may be new. */
  told(id: string): number {
    return this.news().get(id) ?? 0;
  }

  put(users: readonly User[]): void {
    if (users.length === 0) return;
    this.people.update((known) => {
      const next = new Map(known);
      for (const user of users) next.set(user.id, user);
      return next;
    });
    for (const user of users) {
      this.old.delete(user.id);
      // Oneself may be among them: changed on another device.
      this.session.updateUser(user);
    }
  }

  /** Takes who was known at the last visit, beneath whom has been heard of since; they are asked for again. */
  restore(users: readonly User[]): void {
    this.isRestored = true;
    for (const { id } of users) this.named.add(id);
    this.people.update((known) => new Map([...users.map((user) => [user.id, user] as const), ...known]));
  }

  /** Makes sure that these will be known, as far as there are such people. */
  need(ids: Iterable<string>): void {
    const known = this.people();
    for (const id of ids) {
      this.named.delete(id);
      this.named.add(id);
      if (!known.has(id) || this.old.has(id)) this.want(id);
    }
  }

  /** What is worth keeping for the next visit. */
  kept(): User[] {
    return [...this.named].slice(-MOST_KEPT).flatMap((id) => this.people().get(id) ?? []);
  }

  /** Whoever was not named lately is asked for when they are needed. */
  private askAgain(): void {
    this.asked.clear();
    this.old = new Set(this.people().keys());
    for (const { id } of this.kept()) this.want(id);
  }

  private want(id: string): void {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    if (this.wanted.push(id) === 1) setTimeout(() => void this.ask(), GATHER_MS);
  }

  private async ask(): Promise<void> {
    const ids = this.wanted;
    this.wanted = [];
    for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
      const some = ids.slice(from, from + MOST_AT_ONCE);
      try {
        this.put(await this.api.byIds(some));
      } catch {
        // Whoever needs them next asks again.
        for (const id of some) this.asked.delete(id);
      }
    }
  }
}
