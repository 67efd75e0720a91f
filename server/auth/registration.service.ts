import { Injectable } from '@nestjs/common';
import type { RegisterDto } from '#contracts/auth.dto.js';
import { Transactions } from '../database/transactions.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { fieldError, validationFailed } from '../platform/errors/app-error.js';
import type { UserRole } from '#contracts/user.dto.js';
import type { Account } from '../users/account.js';
import { UsersService } from '../users/users.service.js';
import { CredentialsRepository } from './credentials.repository.js';
import { findPasswordProblem } from './password.policy.js';
import { Passwords } from './passwords.js';

/** New accounts. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly users: UsersService,
    private readonly credentials: CredentialsRepository,
    private readonly passwords: Passwords,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an account; the first one is the owner, exactly one even when two register at once.
   * @param locale language tag that the browser prefers
   * @throws AppError at its field: a weak password, a taken name, a wrong set-up code, an unusable invitation
   */
  async register(wish: RegisterDto, locale: string): Promise<Account> {
    this.refuseWeakPassword(wish);
    if (wish.invite !== undefined)
      throw validationFailed([{ field: 'invite', code: 'invalid', message: 'This invitation is not valid.' }]);
    const passwordHash = await this.passwords.hash(wish.password);
    return this.transactions.run(async () => {
      const isFirst = await this.users.claimFirst();
      if (isFirst) this.checkSetupCode(wish.setupCode);
      return this.store(wish, isFirst ? 'owner' : 'member', passwordHash, locale);
    });
  }

  /** Makes the owner without a browser. @throws AppError `validation_failed` when there is one already */
  async createOwner(wish: RegisterDto): Promise<Account> {
    this.refuseWeakPassword(wish);
    const passwordHash = await this.passwords.hash(wish.password);
    return this.transactions.run(async () => {
      if (!(await this.users.claimFirst())) {
        throw validationFailed([
          { field: 'username', code: 'invalid', message: 'There are accounts already, and one of them is the owner.' },
        ]);
      }
      return this.store(wish, 'owner', passwordHash, 'en');
    });
  }

  private async store(wish: RegisterDto, role: UserRole, passwordHash: string, locale: string): Promise<Account> {
    const { email, username, displayName = wish.username } = wish;
    const user = await this.users.create({ email, username, displayName, role, locale });
    await this.credentials.save(user.id, passwordHash, this.clock.date());
    return user;
  }

  private refuseWeakPassword(wish: RegisterDto): void {
    const problem = findPasswordProblem('password', wish.password, wish);
    if (problem) throw validationFailed([problem]);
  }

  private checkSetupCode(given: string | undefined): void {
    const { setupCode } = this.config;
    if (setupCode !== undefined && given !== setupCode) {
      throw fieldError(
        'setupCode',
        'setup_code_wrong',
        'The first account needs the set-up code that the start printed.',
      );
    }
  }
}
