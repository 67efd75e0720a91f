import { inject, Injectable } from '@angular/core';
import type {
  AdminUser,
  AdminUserPage,
  BulkAction,
  BulkResult,
  BulkResults,
  ChangedUser,
  CreatedUser,
  CreateUserDto,
  EndedSessions,
  PasswordLink,
  UpdateUserDto,
  UserCounts,
  UserSort,
} from '#contracts/admin.dto.js';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { Api } from '../../realtime/api';

/** Which accounts are asked for, and in which order. */
export interface PeopleQuery {
  q?: string | undefined;
  role?: UserRole | undefined;
  status?: UserStatus | undefined;
  sort?: UserSort;
  order?: 'asc' | 'desc';
}

/** The routes of the console about accounts. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly api = inject(Api);

  page(query: PeopleQuery, cursor: string | undefined, limit: number): Promise<AdminUserPage> {
    return this.api.get('/admin/users', { ...query, cursor, limit });
  }

  counts(): Promise<UserCounts> {
    return this.api.get('/admin/users/counts');
  }

  create(account: CreateUserDto): Promise<CreatedUser> {
    return this.api.post('/admin/users', account);
  }

  update({ id }: AdminUser, change: UpdateUserDto): Promise<ChangedUser> {
    return this.api.patch(`/admin/users/${id}`, change);
  }

  handOver({ id }: AdminUser): Promise<ChangedUser> {
    return this.api.post(`/admin/users/${id}/ownership`);
  }

  /** Returns how many there were. */
  async endSessions({ id }: AdminUser): Promise<number> {
    return (await this.api.post<EndedSessions>(`/admin/users/${id}/sessions/ending`)).ended;
  }

  makePasswordLink({ id }: AdminUser): Promise<PasswordLink> {
    return this.api.post(`/admin/users/${id}/password-link`);
  }

  /** Does one thing to accounts, as many as a page holds; what became of each. */
  async changeMany(action: BulkAction, people: readonly AdminUser[]): Promise<BulkResult[]> {
    const ids = people.map(({ id }) => id);
    return (await this.api.post<BulkResults>('/admin/users/bulk', { action, ids })).results;
  }
}
