import { Injectable } from '@nestjs/common';
import type { RegisterDto } from '#contracts/auth.dto.js';
import type { Invite } from '../invites/invite.js';
import { InvitesService } from '../invites/invites.service.js';
import { Organisation } from '../organisation/organisation.service.js';
import { Config } from '../platform/config/config.js';
import { fieldError, validationFailed } from '../platform/errors/app-error.js';
import type { Account } from '../users/account.js';
import { AccountMaker } from './account-maker.js';
import { CodeDesk } from './code-desk.js';
import { EmailCodesService, type GivenCode } from './email-codes.service.js';
import { assertIsFor, assertMayRegister, type Newcomer } from './registration.policy.js';

/** From where somebody registers. */
export interface Applicant {
  /** What the browser prefers, as its `Accept-Language`. */
  locale: string;
  ip: string;
}

/** New accounts. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly maker: AccountMaker,
    private readonly desk: CodeDesk,
    private readonly codes: EmailCodesService,
    private readonly invites: InvitesService,
    private readonly organisation: Organisation,
    private readonly config: Config,
  ) {}

  /**
   * Makes an account; the first one is the owner, exactly one even when two register at once.
   * @throws AppError at its field: a weak password, a taken name, a wrong code, a wrong set-up code, an address of another domain or
   *   not of the invitation; `registration_closed`, `invite_unusable`
   */
  async register(wish: RegisterDto, { locale, ip }: Applicant): Promise<Account> {
    const invite = wish.invite === undefined ? undefined : await this.invites.find(wish.invite);
    const given = givenCode(wish);
    if (given) await this.desk.check(given, ip);
    const rules = await this.organisation.current();
    const newcomer = { email: wish.email, hasProvedEmail: given !== undefined, invitation: kindOf(invite) };
    return this.maker.make(wish, locale, {
      admit: async (isFirst) => {
        if (isFirst) this.checkSetupCode(wish.setupCode);
        else assertMayRegister(rules, newcomer);
        if (invite) assertIsFor(invite.email, wish.email);
        if (given) await this.codes.use(given);
        return isFirst ? 'owner' : (invite?.role ?? 'member');
      },
      welcome: async (userId) => {
        if (invite) await this.invites.accept(invite, userId);
      },
    });
  }

  /** Makes the owner without a browser. @throws AppError `validation_failed` when there is one already */
  async createOwner(wish: RegisterDto): Promise<Account> {
    return this.maker.make(wish, 'en', {
      admit: (isFirst) => {
        if (isFirst) return Promise.resolve('owner');
        const message = 'There are accounts already, and one of them is the owner.';
        throw validationFailed([{ field: 'username', code: 'invalid', message }]);
      },
    });
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

function givenCode({ email, emailCode }: RegisterDto): GivenCode | undefined {
  if (emailCode === undefined) return undefined;
  return { subject: { purpose: 'registration', email }, code: emailCode, field: 'emailCode' };
}

function kindOf(invite: Invite | undefined): Newcomer['invitation'] {
  if (!invite?.admitsNewcomers) return 'none';
  return invite.email === null ? 'room' : 'personal';
}
