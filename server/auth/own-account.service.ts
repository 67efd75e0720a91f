import { Injectable } from '@nestjs/common';
import type { OwnAccount, UpdateAccountDto } from '#contracts/account.dto.js';
import { Transactions } from '../database/transactions.js';
import { notFound, validationFailed } from '../platform/errors/app-error.js';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits.js';
import type { Account } from '../users/account.js';
import { AccountNamesService } from '../users/account-names.service.js';
import { UsersService } from '../users/users.service.js';
import { AddressProof } from './address-proof.js';
import { PasswordCheckService } from './password-check.service.js';
import { isLikeName } from './password.policy.js';

const DAY = 86_400;

/** How the own account is called and reached, changed. */
@Injectable()
export class OwnAccountService {
  /** Every name that somebody had is theirs for good: nobody takes all of them. */
  private readonly renames: RateLimit;

  constructor(
    private readonly users: UsersService,
    private readonly names: AccountNamesService,
    private readonly passwords: PasswordCheckService,
    private readonly proof: AddressProof,
    private readonly transactions: Transactions,
    limits: RateLimits,
  ) {
    this.renames = limits.create({ name: 'rename', points: 10, seconds: DAY });
  }

  /**
   * Changes username and address; what is absent stays.
   * @throws AppError at its field: a wrong password, a taken name, a wrong code, an address of another domain; `rate_limited`
   */
  async change(userId: string, change: UpdateAccountDto, ip: string): Promise<OwnAccount> {
    const account = await this.users.findAccount(userId);
    if (!account) throw notFound();
    const stillRight = await this.passwords.assertOwn(userId, change.password, ip, 'password');
    const { username = account.username, email = account.email } = change;
    refusePasswordAsName(change, account);
    const isOther = email.toLowerCase() !== account.email.toLowerCase();
    const useCode = isOther && (await this.proof.check({ userId, email, code: change.emailCode }, ip));
    if (username !== account.username) await this.renames.consume(userId);
    return this.transactions.run(async () => {
      await stillRight();
      if (useCode) await useCode();
      return this.names.change(userId, { username, email });
    });
  }
}

/** The rule for new passwords holds for new names too. */
function refusePasswordAsName({ username, email, password }: UpdateAccountDto, account: Account): void {
  const message = 'This is your password. Choose something else, or change the password first.';
  const fields = [
    ...(username !== undefined && isLikeName(password, { username, email: account.email }) ? ['username'] : []),
    ...(email !== undefined && isLikeName(password, { username: account.username, email }) ? ['email'] : []),
  ];
  if (fields.length > 0)
    throw validationFailed(fields.map((field) => ({ field, code: 'password_like_name', message })));
}
