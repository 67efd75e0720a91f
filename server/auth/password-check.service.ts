import { Injectable } from '@nestjs/common';
import { AppError, validationFailed } from '../platform/errors/app-error.js';
import { newId } from '../platform/ids/ids.js';
import type { Account } from '../users/account.js';
import { UsersService } from '../users/users.service.js';
import { Attempts } from './attempts.js';
import { CredentialsRepository } from './credentials.repository.js';
import { Passwords } from './passwords.js';

/** For the transaction of what a password was given for: throws as for a wrong one when it was changed meanwhile. */
export type StillRight = () => Promise<void>;

/** Who somebody is by their password. */
export interface Recognised {
  account: Account;
  stillRight: StillRight;
}

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
   * @throws AppError `wrong_credentials`, the same for an unknown name, a wrong password and an account out of use; `rate_limited`
   */
  async identify(login: string, password: string, ip: string): Promise<Recognised> {
    await this.attempts.signIn(login, ip);
    const user = await this.users.findByLogin(login);
    // Asked for nobody as well: time is not to tell whether there is somebody.
    const hash = await this.credentials.find(user?.id ?? newId());
    const isRight = await this.passwords.matches(password, hash);
    if (user?.status !== 'active' || !isRight) throw wrongCredentials();
    await this.attempts.succeeded(login, ip);
    return { account: user, stillRight: this.holding(user.id, hash, wrongCredentials) };
  }

  /** @throws AppError `validation_failed` at `field` when this is not the user's password; `rate_limited` after too many wrong ones */
  async assertOwn(userId: string, password: string, ip: string, field: string): Promise<StillRight> {
    await this.attempts.signIn(userId, ip);
    const hash = await this.credentials.find(userId);
    const wrong = (): AppError =>
      validationFailed([{ field, code: 'password_wrong', message: 'This is not your present password.' }]);
    if (!(await this.passwords.matches(password, hash))) throw wrong();
    await this.attempts.succeeded(userId, ip);
    return this.holding(userId, hash, wrong);
  }

  private holding(userId: string, hash: string | undefined, wrong: () => AppError): StillRight {
    return async () => {
      if (hash === undefined || !(await this.credentials.hold(userId, hash))) throw wrong();
    };
  }
}

function wrongCredentials(): AppError {
  return new AppError('wrong_credentials', 'The name or password is not right. Check both.');
}
