import { Injectable } from '@nestjs/common';
import type { ChangePasswordDto } from '#contracts/auth.dto.js';
import { notFound, validationFailed } from '../platform/errors/app-error.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { UsersService } from '../users/users.service.js';
import { PasswordCheckService } from './password-check.service.js';
import { PasswordWriter } from './password-writer.js';

/** Own passwords, changed. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly users: UsersService,
    private readonly check: PasswordCheckService,
    private readonly writer: PasswordWriter,
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
    const claim = await this.check.assertOwn(userId, oldPassword, ip, 'oldPassword');
    if (newPassword.normalize('NFC') === oldPassword.normalize('NFC')) {
      const message = 'This is the password that you have already.';
      throw validationFailed([{ field: 'newPassword', code: 'password_same', message }]);
    }
    await this.writer.write({ account, password: newPassword, field: 'newPassword', keeps: sessionId, claim });
  }
}
