import { Injectable } from '@nestjs/common';
import type { ChangePasswordDto } from '#contracts/auth.dto.js';
import { Clock } from '../platform/clock/clock.js';
import { notFound, validationFailed } from '../platform/errors/app-error.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { UsersService } from '../users/users.service.js';
import { CredentialsRepository } from './credentials.repository.js';
import { PasswordCheckService } from './password-check.service.js';
import { findPasswordProblem } from './password.policy.js';
import { Passwords } from './passwords.js';
import { SessionsService } from './sessions.service.js';

/** Own passwords, changed. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly users: UsersService,
    private readonly credentials: CredentialsRepository,
    private readonly passwords: Passwords,
    private readonly check: PasswordCheckService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the user a new password and ends every other session of theirs.
   * @throws AppError `validation_failed` at `oldPassword` or `newPassword`; `rate_limited`
   */
  async change(
    { userId, sessionId }: Principal,
    { oldPassword, newPassword }: ChangePasswordDto,
    ip: string,
  ): Promise<void> {
    const account = await this.users.findAccount(userId);
    if (!account) throw notFound();
    if (!(await this.check.isOwn(userId, oldPassword, ip))) {
      throw validationFailed([
        { field: 'oldPassword', code: 'password_wrong', message: 'This is not your present password.' },
      ]);
    }
    const problem = findPasswordProblem('newPassword', newPassword, account);
    if (problem) throw validationFailed([problem]);
    await this.credentials.save(userId, await this.passwords.hash(newPassword), this.clock.date());
    await this.sessions.end(userId, { except: sessionId }, 'password_changed');
  }
}
