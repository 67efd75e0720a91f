import { Injectable } from '@nestjs/common';
import type { ConfirmPasswordResetDto } from '#contracts/auth.dto.js';
import { UsersService } from '../users/users.service.js';
import { Attempts } from './attempts.js';
import { CodeDesk } from './code-desk.js';
import { codeWrong, EmailCodesService, type GivenCode } from './email-codes.service.js';
import { PasswordWriter } from './password-writer.js';

/** Forgotten passwords, set anew by a code that came by mail. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly users: UsersService,
    private readonly desk: CodeDesk,
    private readonly codes: EmailCodesService,
    private readonly writer: PasswordWriter,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Gives the user of the address a new password and ends all of their sessions.
   * @throws AppError `validation_failed` at `code`, the same whether the address has an account or not, or at `newPassword`;
   *   `rate_limited`
   */
  async confirm({ email, code, newPassword }: ConfirmPasswordResetDto, ip: string): Promise<void> {
    const given: GivenCode = { subject: { purpose: 'password', email }, code, field: 'code' };
    await this.desk.check(given, ip);
    const account = await this.users.findByLogin(email);
    if (!account || account.status === 'deactivated') throw codeWrong('code');
    await this.writer.write({
      account,
      password: newPassword,
      field: 'newPassword',
      claim: () => this.codes.use(given),
    });
    for (const login of [account.username, account.email]) await this.attempts.forgive(login, ip);
  }
}
