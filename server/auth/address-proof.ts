import { Injectable } from '@nestjs/common';
import type { Locale } from '#contracts/profile.dto.js';
import { Organisation } from '../organisation/organisation.service.js';
import { CodeDesk } from './code-desk.js';
import { EmailCodesService, type GivenCode } from './email-codes.service.js';
import { assertMayUseAddress } from './registration.policy.js';

/** An address that a user wants to have, and the code that came there. */
interface WantedAddress {
  userId: string;
  email: string;
  code: string | undefined;
}

/** Shows that users read the addresses that their accounts are to have. */
@Injectable()
export class AddressProof {
  constructor(
    private readonly desk: CodeDesk,
    private readonly codes: EmailCodesService,
    private readonly organisation: Organisation,
  ) {}

  /** Has a code mailed to the address; says nothing about who has it. @throws AppError `mail_off`, `rate_limited` */
  async ask(userId: string, email: string, ip: string, locale: Locale): Promise<void> {
    await this.desk.ask({ purpose: 'address', email, userId }, ip, locale);
  }

  /**
   * Outside of any transaction, so that a wrong code counts.
   * @returns what takes the code out of use, for the transaction that takes the address
   * @throws AppError `validation_failed` at `emailCode`, `email_domain` at `email`, `rate_limited`
   */
  async check({ userId, email, code }: WantedAddress, ip: string): Promise<() => Promise<void>> {
    const { emailDomains, verifiedEmail } = await this.organisation.current();
    const rules = { emailDomains, verifiedEmail: verifiedEmail || this.desk.isOpen };
    assertMayUseAddress(rules, { email, hasProvedEmail: code !== undefined });
    if (code === undefined) return () => Promise.resolve();
    const given: GivenCode = { subject: { purpose: 'address', email, userId }, code, field: 'emailCode' };
    await this.desk.check(given, ip);
    return () => this.codes.use(given);
  }
}
