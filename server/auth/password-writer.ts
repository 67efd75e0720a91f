import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { Clock } from '../platform/clock/clock.js';
import { validationFailed } from '../platform/errors/app-error.js';
import type { Account } from '../users/account.js';
import { PasswordChanged } from './auth.events.js';
import { CredentialsRepository } from './credentials.repository.js';
import { findPasswordProblem } from './password.policy.js';
import { Passwords } from './passwords.js';
import { SessionsService } from './sessions.service.js';

/** A password that a user is to have. */
interface NewPassword {
  account: Account;
  password: string;
  /** Where it was given. */
  field: string;
  /** The session that goes on; all end without it. */
  keeps?: string;
  /** What must still be true when it is stored, in the same transaction: it throws when it is not. */
  claim?: () => Promise<void>;
}

/** Gives users new passwords. */
@Publishes(PasswordChanged)
export class PasswordWriter {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Whether the user ever had a password. */
  async hasPassword(userId: string): Promise<boolean> {
    return (await this.credentials.find(userId)) !== undefined;
  }

  /**
   * Stores the password, ends the other sessions and publishes `PasswordChanged`: all of it, or nothing.
   * @throws AppError `validation_failed` at its field for a weak one; what `claim` throws
   */
  async write({ account, password, field, keeps, claim }: NewPassword): Promise<void> {
    const problem = findPasswordProblem(field, password, account);
    if (problem) throw validationFailed([problem]);
    const hash = await this.passwords.hash(password);
    await this.transactions.run(async () => {
      await claim?.();
      const now = this.clock.date();
      await this.credentials.save(account.id, hash, now);
      await this.sessions.end(account.id, keeps === undefined ? {} : { except: keeps }, 'password_changed');
      await this.events.publish(new PasswordChanged(account.id, now.getTime()));
    });
  }
}
