import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/errors/app-error.js';
import type { Account } from './account.js';
import { asTaken, usernameTaken } from './taken-names.js';
import { presentAccount } from './user.presenter.js';
import { usernameCandidates } from './username-candidates.js';
import { EmailChanged, UserChanged } from './users.events.js';
import { UsersRepository } from './users.repository.js';

/** Usernames and e-mail addresses of accounts: each is one person's. A username that somebody had leads to them for good. */
@Publishes(UserChanged, EmailChanged)
export class AccountNamesService {
  constructor(
    private readonly repository: UsersRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `username_taken` with a free one near it, when somebody else has or had it */
  async assertFree(username: string, userId?: string): Promise<void> {
    const holder = await this.repository.findByUsername(username);
    if (holder && holder.id !== userId)
      throw usernameTaken(username, await this.repository.findFree(usernameCandidates(username)));
  }

  /**
   * Changes names of an account; what is absent stays. Publishes `UserChanged` for what everybody sees, and `EmailChanged`.
   * @throws AppError `username_taken` with a free one near it, or `email_taken`, at its field
   */
  async change(id: string, { username, email }: { username?: string; email?: string }): Promise<Account> {
    return this.transactions.run(async () => {
      const before = await this.repository.hold(id);
      if (!before) throw notFound();
      const after = { ...before, username: username ?? before.username, email: email ?? before.email };
      await this.assertFree(after.username, id);
      await this.repository.update(id, { username: after.username, email: after.email }).catch((error: unknown) => {
        throw asTaken(error, after);
      });
      if (after.username !== before.username) await this.events.publish(new UserChanged(id));
      if (after.email !== before.email) await this.events.publish(new EmailChanged(id, before.email, this.clock.now()));
      return presentAccount(after);
    });
  }
}
