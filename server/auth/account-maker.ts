import { Injectable } from '@nestjs/common';
import type { RegisterDto } from '#contracts/auth.dto.js';
import type { UserRole } from '#contracts/user.dto.js';
import { AuditLog } from '../audit/audit-log.js';
import { Transactions } from '../database/transactions.js';
import { Clock } from '../platform/clock/clock.js';
import { validationFailed } from '../platform/errors/app-error.js';
import type { Account } from '../users/account.js';
import { UsersService } from '../users/users.service.js';
import { CredentialsRepository } from './credentials.repository.js';
import { findPasswordProblem } from './password.policy.js';
import { Passwords } from './passwords.js';

/** Who is about to have an account. */
export type NewAccount = Pick<RegisterDto, 'email' | 'username' | 'password' | 'displayName'>;

/** What is done in the transaction that makes an account. */
export interface Admission {
  /** Is told whether it is the first account, exactly once even when two are made at once; says its role or throws. */
  admit: (isFirst: boolean) => Promise<UserRole>;
  /** Once the account is there. */
  welcome?: (userId: string) => Promise<void>;
}

/** Makes accounts that one can sign in to. */
@Injectable()
export class AccountMaker {
  constructor(
    private readonly users: UsersService,
    private readonly credentials: CredentialsRepository,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an account; that an owner was made is recorded.
   * @param locale what the person's browser prefers, as its `Accept-Language`
   * @throws AppError at its field: a weak password, a taken name; what `admit` and `welcome` throw
   */
  async make({ password, ...wish }: NewAccount, locale: string, { admit, welcome }: Admission): Promise<Account> {
    const problem = findPasswordProblem('password', password, wish);
    if (problem) throw validationFailed([problem]);
    const passwordHash = await this.passwords.hash(password);
    return this.transactions.run(async () => {
      const role = await admit(await this.users.claimFirst());
      const { email, username, displayName = username } = wish;
      const user = await this.users.create({ email, username, displayName, role, locale });
      await this.credentials.save(user.id, passwordHash, this.clock.date());
      await welcome?.(user.id);
      if (role === 'owner') await this.recordOwner(user.id, displayName);
      return user;
    });
  }

  private async recordOwner(id: string, name: string): Promise<void> {
    await this.audit.record({ action: 'owner_created', target: { type: 'user', id, name }, actorId: id });
  }
}
