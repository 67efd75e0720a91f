import { Injectable } from '@nestjs/common';
import type { UserRole } from '#contracts/user.dto.js';
import { type HandedLink } from '../../auth/password-links.service.js';
import { PasswordWriter } from '../../auth/password-writer.js';
import { Transactions } from '../../database/transactions.js';
import { AppError, forbidden } from '../../platform/errors/app-error.js';
import type { Account } from '../../users/account.js';
import { UsersService } from '../../users/users.service.js';
import { AccountChanges } from './account-changes.js';
import { assertCanHandOver, type HeldAccount } from './account.policy.js';
import { PeopleRepository } from './people.repository.js';

/** Accounts by username or e-mail, changed by whoever runs the machine: above every role, but the owner stays. */
@Injectable()
export class NamedAccounts {
  constructor(
    private readonly people: PeopleRepository,
    private readonly users: UsersService,
    private readonly changes: AccountChanges,
    private readonly passwords: PasswordWriter,
    private readonly transactions: Transactions,
  ) {}

  /** Gives a role; another owner takes the place of the one before, who is an admin then. @throws AppError `not_found`, `last_owner`, `forbidden` */
  async setRole(login: string, role: UserRole): Promise<HeldAccount> {
    return this.holding(login, async (target) => {
      if (role === target.role) return;
      assertIsNotOwner(target);
      if (role === 'owner') await this.handOver(target);
      else await this.changes.setRole(target, role);
    });
  }

  /** @throws AppError `not_found`, `last_owner` */
  async deactivate(login: string): Promise<HeldAccount> {
    return this.holding(login, async (target) => {
      assertIsNotOwner(target);
      await this.changes.setStatus(target, 'deactivated');
    });
  }

  /** A link with which somebody, also the owner, sets another password once. @throws AppError `not_found`, `forbidden` */
  async makePasswordLink(login: string): Promise<HandedLink> {
    const { id } = await this.find(login);
    return this.transactions.run(async () => this.changes.makePasswordLink(await this.hold(id)));
  }

  /** Sets a password and ends all sessions. @throws AppError `not_found`, `forbidden`; `validation_failed` for a weak one */
  async setPassword(login: string, password: string): Promise<Account> {
    const account = await this.find(login);
    const claim = async (): Promise<void> => {
      const target = await this.hold(account.id);
      if (target.status === 'deactivated') throw forbidden('Their account is not in use.');
      await this.changes.record('password_reset', target);
    };
    await this.passwords.write({ account, password, field: 'password', claim });
    return account;
  }

  private async handOver(target: HeldAccount): Promise<void> {
    const ownerId = await this.people.findOwnerId();
    const owner = ownerId === undefined ? undefined : await this.hold(ownerId);
    if (!owner) throw forbidden('There is no owner yet. Make one with create-owner.');
    assertCanHandOver(owner, target);
    await this.changes.handOver(owner, target);
  }

  private async holding(login: string, act: (target: HeldAccount) => Promise<void>): Promise<HeldAccount> {
    const { id } = await this.find(login);
    return this.transactions.run(async () => {
      const target = await this.hold(id);
      await act(target);
      return target;
    });
  }

  private async hold(id: string): Promise<HeldAccount> {
    const held = (await this.people.hold([id])).get(id);
    if (!held) throw new AppError('not_found', 'The account is gone.');
    return held;
  }

  private async find(login: string): Promise<Account> {
    const account = await this.users.findByLogin(login);
    if (!account) throw new AppError('not_found', `Nobody has the username or e-mail address ${login}.`);
    return account;
  }
}

function assertIsNotOwner({ role }: HeldAccount): void {
  if (role === 'owner')
    throw new AppError('last_owner', 'The owner stays. Make another the owner first: set-role <user> owner.');
}
