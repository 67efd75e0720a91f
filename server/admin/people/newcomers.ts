import { Injectable } from '@nestjs/common';
import type { CreateUserDto, PasswordLink } from '#contracts/admin.dto.js';
import { AuditLog } from '../../audit/audit-log.js';
import { PasswordLinksService } from '../../auth/password-links.service.js';
import { Transactions } from '../../database/transactions.js';
import { UsersService } from '../../users/users.service.js';
import { assertCanMake } from './account.policy.js';
import { PeopleRepository } from './people.repository.js';

/** Accounts that admins make for others. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly people: PeopleRepository,
    private readonly users: UsersService,
    private readonly links: PasswordLinksService,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Makes an account without a password, `invited` until its owner sets one, and the link for that. Rules for those who register do not hold.
   * @param locale what the account's language is chosen from, as an `Accept-Language`
   * @throws AppError `forbidden`; `username_taken`, `email_taken` at its field
   */
  async create(
    actorId: string,
    { email, username, displayName = username, role = 'member' }: CreateUserDto,
    locale: string,
  ): Promise<{ id: string; passwordLink: PasswordLink }> {
    return this.transactions.run(async () => {
      assertCanMake((await this.people.hold([actorId])).get(actorId), role);
      const { id } = await this.users.create({ email, username, displayName, role, locale, status: 'invited' });
      const target = { type: 'user' as const, id, name: displayName };
      await this.audit.record({ action: 'user_created', target, details: { username, role } });
      return { id, passwordLink: await this.links.issue(id) };
    });
  }
}
