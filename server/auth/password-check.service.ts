import { Injectable } from '@nestjs/common';
import { AppError, forbidden } from '../platform/errors/app-error.js';
import type { Account } from '../users/account.js';
import { UsersService } from '../users/users.service.js';
import { Attempts } from './attempts.js';
import { CredentialsRepository } from './credentials.repository.js';
import { Passwords } from './passwords.js';

/** Tells who somebody is by their password, and how often one may guess. */
@Injectable()
export class PasswordCheckService {
  constructor(
    private readonly users: UsersService,
    private readonly credentials: CredentialsRepository,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
  ) {}

  /**
   * The account with this e-mail address or username and this password.
   * @throws AppError `wrong_credentials`, the same for an unknown name and a wrong password; `rate_limited`;
   *   `forbidden` for the right password of a deactivated account
   */
  async identify(login: string, password: string, ip: string): Promise<Account> {
    const user = await this.users.findByLogin(login);
    // By the account where there is one, so that its two names share a limit.
    const account = user?.id ?? login;
    await this.attempts.signIn(account, ip);
    const hash = user && (await this.credentials.find(user.id));
    const isRight = await this.passwords.matches(password, hash);
    if (!user || !isRight) throw new AppError('wrong_credentials', 'The name or password is not right. Check both.');
    await this.attempts.succeeded(account, ip);
    if (user.status !== 'active') throw forbidden('This account is deactivated. Ask an admin.');
    return user;
  }

  /** True when this is the user's password. @throws AppError `rate_limited` after too many wrong ones */
  async isOwn(userId: string, password: string, ip: string): Promise<boolean> {
    await this.attempts.signIn(userId, ip);
    const isRight = await this.passwords.matches(password, await this.credentials.find(userId));
    if (isRight) await this.attempts.succeeded(userId, ip);
    return isRight;
  }
}
