import type { Locale } from '#contracts/profile.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { Clock } from '../platform/clock/clock.js';
import { type AppError, validationFailed } from '../platform/errors/app-error.js';
import { newId } from '../platform/ids/ids.js';
import { newCode, Secrets } from '../platform/secrets/secrets.js';
import { EmailCodeIssued } from './auth.events.js';
import { EmailCodesRepository } from './email-codes.repository.js';

const HOLDS_MS = 10 * 60_000;
const MOST_TRIES = 5;

/** What a code is good for. */
export interface CodeSubject {
  purpose: 'registration' | 'password' | 'address';
  email: string;
  /** Who wants another address. */
  userId?: string;
}

/** A code that somebody gives, and the field in which they do. */
export interface GivenCode {
  subject: CodeSubject;
  code: string;
  field: string;
}

/** What the listener needs to mail a code; sealed on its way. */
export interface IssuedCode extends CodeSubject {
  code: string;
  /** Of the request, where the address has no account. */
  locale: Locale;
  until: number;
}

/** Codes that prove that somebody reads an address: ten minutes, five tries, one use. */
@Publishes(EmailCodeIssued)
export class EmailCodesService {
  constructor(
    private readonly repository: EmailCodesRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** Makes a code and publishes `EmailCodeIssued`: the same work whether the address has an account or not. The code before is over. */
  async issue(subject: CodeSubject, locale: Locale): Promise<void> {
    const code = newCode();
    const until = this.clock.now() + HOLDS_MS;
    const issued: IssuedCode = { ...subject, code, locale, until };
    const { subjectHash, codeHash } = this.hashes(subject, code);
    await this.transactions.run(async () => {
      await this.repository.save(subjectHash, codeHash, this.clock.date(), new Date(until));
      await this.events.publish(new EmailCodeIssued(newId(), this.secrets.seal(issued)));
    });
  }

  /** Counts the try when it is wrong, so outside of any transaction that may fail. @throws AppError `validation_failed` at its field */
  async check(given: GivenCode): Promise<void> {
    const { subjectHash, codeHash } = this.hashes(given.subject, given.code);
    const isRight = await this.repository.try(subjectHash, codeHash, this.clock.date(), MOST_TRIES);
    if (!isRight) throw codeWrong(given.field);
  }

  /** Takes a code that was checked out of use, in the transaction of what it is used for. @throws AppError as `check`, when somebody was faster */
  async use(given: GivenCode): Promise<void> {
    const { subjectHash, codeHash } = this.hashes(given.subject, given.code);
    if (!(await this.repository.use(subjectHash, codeHash))) throw codeWrong(given.field);
  }

  private hashes(
    { purpose, email, userId = '' }: CodeSubject,
    code: string,
  ): { subjectHash: string; codeHash: string } {
    const subject = `${purpose} ${userId} ${email.toLowerCase()}`;
    return {
      subjectHash: this.secrets.hash('code subject', subject),
      codeHash: this.secrets.hash('code', `${subject} ${code}`),
    };
  }
}

/** The same for a wrong code, one that is over, one tried too often, and an address that never got one. */
export function codeWrong(field: string): AppError {
  const message = 'This code is not right, or no longer. Check it, or ask for another.';
  return validationFailed([{ field, code: 'code_wrong', message }]);
}
