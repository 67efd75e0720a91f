import { Injectable } from '@nestjs/common';
import type { AdminUser, AdminUserPage, AdminUsersQuery, UpdateUserDto } from '#contracts/admin.dto.js';
import { notFound } from '../platform/errors/app-error.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { isId } from '../platform/ids/ids.js';
import { UsersService } from '../users/users.service.js';
import { assertCanChangeAccess } from './account.policy.js';

/** Accounts as admins see and change them. */
@Injectable()
export class AccountsService {
  constructor(private readonly users: UsersService) {}

  /** A page of accounts by username; the text is also looked for in e-mail addresses. */
  async list({ q, ...query }: AdminUsersQuery): Promise<AdminUserPage> {
    const { accounts, ...page } = await this.users.listAccounts({ ...query, text: q, searchesEmail: true });
    return { items: accounts, ...page };
  }

  /**
   * Gives an account another role or status; a deactivated one is signed out everywhere at once.
   * @throws AppError `not_found`, `forbidden`, `last_owner`
   */
  async update(actor: Principal, id: string, change: UpdateUserDto): Promise<AdminUser> {
    const target = await this.find(id);
    assertCanChangeAccess({ id: actor.userId, role: actor.role }, target, change);
    await this.users.setAccess(target.id, change);
    return this.find(id);
  }

  private async find(id: string): Promise<AdminUser> {
    const account = isId(id) ? await this.users.findAccount(id) : undefined;
    if (!account) throw notFound();
    return account;
  }
}
