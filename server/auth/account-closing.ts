import type { DeactivateAccountDto } from '#contracts/account.dto.js';
import { AuditLog } from '../audit/audit-log.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { AppError, notFound, validationFailed } from '../platform/errors/app-error.js';
import { AccountGivenUp } from '../users/users.events.js';
import { UsersService } from '../users/users.service.js';
import { PasswordCheckService } from './password-check.service.js';

/** Own accounts, taken out of use by who has them. */
@Publishes(AccountGivenUp)
export class AccountClosing {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: PasswordCheckService,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /**
   * Deactivates the account and ends its sessions. What the user wrote stays, as by somebody who is out of use.
   * @throws AppError `validation_failed` at `confirmUsername` or `password`, `rate_limited`; `last_owner`, `owns_rooms` with the rooms
   */
  async close(userId: string, { password, confirmUsername }: DeactivateAccountDto, ip: string): Promise<void> {
    const account = await this.users.findAccount(userId);
    if (!account) throw notFound();
    if (confirmUsername !== account.username) {
      const message = 'This is not your username. Type it as it stands above.';
      throw validationFailed([{ field: 'confirmUsername', code: 'confirmation_wrong', message }]);
    }
    const stillRight = await this.passwords.assertOwn(userId, password, ip, 'password');
    await this.transactions.run(async () => {
      await stillRight();
      const { role, displayName } = await this.users.hold(userId);
      if (role === 'owner') throw new AppError('last_owner', 'Hand the organisation over to somebody else first.');
      await this.events.publish(new AccountGivenUp(userId));
      await this.users.setAccess(userId, { status: 'deactivated' });
      const target = { type: 'user' as const, id: userId, name: displayName };
      await this.audit.record({ action: 'user_deactivated', target });
    });
  }
}
