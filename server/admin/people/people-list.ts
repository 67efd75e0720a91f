import { Injectable } from '@nestjs/common';
import type { AdminUser, AdminUserPage, AdminUsersQuery, NamedRoom, UserCounts } from '#contracts/admin.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { notFound } from '../../platform/errors/app-error.js';
import { isId } from '../../platform/ids/ids.js';
import { cut } from '../keyset.js';
import { PeopleRepository } from './people.repository.js';
import { presentPerson } from './person.presenter.js';

/** Who there is, for admins. */
@Injectable()
export class PeopleList {
  constructor(private readonly repository: PeopleRepository) {}

  /** A page of accounts. */
  async list(query: AdminUsersQuery): Promise<AdminUserPage> {
    const { q, role, status, sort = 'name', limit = LIMITS.pageSize.default, cursor, order } = query;
    const filter = { q, role, status };
    const [found, total] = await Promise.all([
      this.repository.list(filter, sort, { cursor, order, limit: limit + 1 }),
      this.repository.count(filter),
    ]);
    const { rows, ...page } = cut(found, limit);
    return { items: rows.map(presentPerson), total, ...page };
  }

  async counts(): Promise<UserCounts> {
    return this.repository.countAll();
  }

  /** One account. @throws AppError `not_found` */
  async show(id: string): Promise<AdminUser> {
    const person = isId(id) ? await this.repository.find(id) : undefined;
    if (!person) throw notFound();
    return presentPerson(person);
  }

  /** Rooms that a user owns, by name. */
  async ownedRooms(userId: string): Promise<NamedRoom[]> {
    return this.repository.ownedRooms(userId);
  }
}
