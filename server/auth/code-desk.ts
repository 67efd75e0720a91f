import { Injectable } from '@nestjs/common';
import type { Locale } from '#contracts/profile.dto.js';
import { PostOffice } from '../mail/post-office.js';
import { AppError } from '../platform/errors/app-error.js';
import { CodeAttempts } from './code-attempts.js';
import { type CodeSubject, EmailCodesService, type GivenCode } from './email-codes.service.js';

/** Where codes are asked for and shown, no more often than is decent. */
@Injectable()
export class CodeDesk {
  constructor(
    private readonly codes: EmailCodesService,
    private readonly attempts: CodeAttempts,
    private readonly office: PostOffice,
  ) {}

  /** False when no code can be sent. */
  get isOpen(): boolean {
    return this.office.isOpen;
  }

  /** Has a code mailed. Says nothing about the address. @throws AppError `mail_off`, `rate_limited` */
  async ask(subject: CodeSubject, ip: string, locale: Locale): Promise<void> {
    if (!this.isOpen) throw new AppError('mail_off', 'This Roomers sends no mail. Ask an admin.');
    await this.attempts.ask(subject.email, ip);
    await this.codes.issue(subject, locale);
  }

  /** Outside of any transaction, so that a wrong try counts. @throws AppError `validation_failed` at its field, `rate_limited` */
  async check(given: GivenCode, ip: string): Promise<void> {
    await this.attempts.try(given.subject.email, ip);
    await this.codes.check(given);
  }
}
