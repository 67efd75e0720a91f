import { inject, Injectable, signal } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { ProfilesApi } from './profiles-api';

const ASK_AGAIN_MS = 30_000;
const MOST_PAGES = 10;

/** The people the client has heard of: messages name their author by id only. */
@Injectable({ providedIn: 'root' })
export class PeopleStore {
  private readonly api = inject(ProfilesApi);
  private readonly people = signal<ReadonlyMap<string, User>>(new Map());
  private askedAt = -Infinity;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(ChatSocket).on('membership', ({ user }) => this.put([user]));
  }

  person(id: string): User | undefined {
    return this.people().get(id);
  }

  nameOf(id: string): string {
    return this.people().get(id)?.displayName ?? '…';
  }

  put(users: readonly User[]): void {
    if (users.length === 0) return;
    this.people.update((known) => {
      const next = new Map(known);
      for (const user of users) next.set(user.id, user);
      return next;
    });
  }

  /** Makes sure that these are known; there is no route for ids, so everybody is listed, at most twice a minute. */
  async need(ids: Iterable<string>): Promise<void> {
    const unknown = [...ids].filter((id) => !this.people().has(id));
    if (unknown.length === 0 || this.later !== undefined) return;
    const wait = this.askedAt + ASK_AGAIN_MS - Date.now();
    if (wait > 0) {
      this.later = setTimeout(() => {
        this.later = undefined;
        void this.need(unknown);
      }, wait);
      return;
    }
    this.askedAt = Date.now();
    await this.listEverybody();
  }

  private async listEverybody(): Promise<void> {
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await this.api.everybody(cursor).catch(() => ({ items: [], nextCursor: undefined }));
      this.put(answer.items);
      cursor = answer.nextCursor;
      if (cursor === undefined) return;
    }
  }
}
