import { inject, Injectable } from '@angular/core';
import type { AdminUser } from '#contracts/admin.dto.js';
import { ChatSocket } from '../../realtime/chat-socket';
import { type Page, PagedList } from '../table/paged-list';
import { Selection } from '../table/selection';
import { PeopleApi, type PeopleQuery } from './people-api';
import { PeopleCounts } from './people-counts';

/** Which accounts are shown. */
export type PeopleChoice = 'all' | 'admins' | 'active' | 'invited' | 'deactivated';

/** What is asked for. */
export interface PeopleWish extends PeopleQuery {
  choice: PeopleChoice;
}

/** The accounts of the organisation, as the console lists them: live where the server tells of somebody. */
@Injectable({ providedIn: 'root' })
export class PeopleDirectory {
  private readonly api = inject(PeopleApi);
  private readonly counts = inject(PeopleCounts);
  readonly list = new PagedList<AdminUser, PeopleWish>((wish, cursor, limit) => this.page(wish, cursor, limit));
  readonly selection = new Selection<AdminUser>();

  constructor() {
    inject(ChatSocket).on('user', (user) => {
      const known = this.list.items().find(({ id }) => id === user.id);
      if (known !== undefined) this.list.replace({ ...known, ...user });
    });
  }

  /** Takes an account as it is after a change. */
  take(person: AdminUser): void {
    this.list.replace(person);
    void this.counts.load();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.list.refresh(), this.counts.load()]);
  }

  private async page(wish: PeopleWish, cursor: string | undefined, limit: number): Promise<Page<AdminUser>> {
    const { choice, ...query } = wish;
    if (choice === 'admins') return this.admins(query, cursor, limit);
    return this.api.page({ ...query, status: choice === 'all' ? undefined : choice }, cursor, limit);
  }

  /** The owner, whom the server lists apart, before the first of the others. */
  private async admins(query: PeopleQuery, cursor: string | undefined, limit: number): Promise<Page<AdminUser>> {
    const admins = this.api.page({ ...query, role: 'admin', status: 'active' }, cursor, limit);
    if (cursor !== undefined) return admins;
    const [owners, others] = await Promise.all([this.api.page({ ...query, role: 'owner' }, undefined, limit), admins]);
    return { ...others, items: [...owners.items, ...others.items], total: (owners.total ?? 0) + (others.total ?? 0) };
  }
}
