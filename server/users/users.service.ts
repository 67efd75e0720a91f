import type { User, UserPage, UserRole, UserStatus } from '#contracts/user.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/errors/app-error.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { newId } from '../platform/ids/ids.js';
import type { Account } from './account.js';
import { AccountNamesService } from './account-names.service.js';
import { asTaken } from './taken-names.js';
import { presentAccount, presentUser } from './user.presenter.js';
import { UserChanged, UserDeactivated, UserRegistered } from './users.events.js';
import { type Addressee, type UserFilter, UsersRepository } from './users.repository.js';

/** What a new account needs besides its password. */
export interface NewUser {
  email: string;
  username: string;
  displayName: string;
  role: UserRole;
  locale: string;
  /** `invited` for somebody who has not come yet; absent, it is in use. */
  status?: 'invited' | 'active';
}

/** Which users are asked for, and from where on. */
export type UserListQuery = Omit<UserFilter, 'after' | 'limit'> & { cursor?: string; limit?: number };

/** A page of accounts. */
export interface AccountPage {
  accounts: Account[];
  total: number;
  nextCursor?: string;
}

/** Accounts: who there is, and what everybody sees of them. */
@Publishes(UserRegistered, UserChanged, UserDeactivated)
export class UsersService {
  constructor(
    private readonly repository: UsersRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly clock: Clock,
    private readonly names: AccountNamesService,
  ) {}

  /** True while nobody has registered: the next account becomes the owner. */
  async needsOwner(): Promise<boolean> {
    return this.repository.isEmpty();
  }

  /** Inside a transaction: true when the account about to be made is the first. Other registrations wait until it ends. */
  async claimFirst(): Promise<boolean> {
    await this.repository.lockRegistration();
    return this.repository.isEmpty();
  }

  /**
   * Makes an account and publishes `UserRegistered`.
   * @throws AppError `username_taken` with a free one near it, or `email_taken`, at its field
   */
  async create(user: NewUser): Promise<Account> {
    const { locale, status = 'active', ...columns } = user;
    const row = {
      ...columns,
      id: newId(),
      status,
      imageId: null,
      lastSeenAt: null,
      createdAt: this.clock.date(),
    };
    return this.transactions.run(async () => {
      await this.names.assertFree(user.username);
      const made = await this.repository.insert(row).catch((error: unknown) => {
        throw asTaken(error, user);
      });
      await this.events.publish(new UserRegistered(row.id, locale));
      return presentAccount(made);
    });
  }

  /** @throws AppError `not_found` */
  async findByUsername(username: string): Promise<User> {
    const user = await this.repository.findByUsername(username);
    if (!user) throw notFound();
    return presentUser(user);
  }

  /** The account, with what only its owner and admins may see; undefined when there is none. */
  async findAccount(id: string): Promise<Account | undefined> {
    const user = await this.repository.findById(id);
    return user ? presentAccount(user) : undefined;
  }

  /** The account by e-mail address or username, for signing in. */
  async findByLogin(login: string): Promise<Account | undefined> {
    const user = await this.repository.findByLogin(login);
    return user ? presentAccount(user) : undefined;
  }

  /** Inside a transaction: the account as it is until that ends. @throws AppError `not_found` */
  async hold(id: string): Promise<Account> {
    const user = await this.repository.hold(id);
    if (!user) throw notFound();
    return presentAccount(user);
  }

  /** Where a user gets mail, and in which language; undefined when there is none. */
  async findAddressee(id: string): Promise<Addressee | undefined> {
    return this.repository.findAddressee(id);
  }

  /** Users by id; ids that nobody has are left out. */
  async findMany(ids: readonly string[]): Promise<Map<string, User>> {
    const users = await this.repository.findByIds([...new Set(ids)]);
    return new Map(users.map((user) => [user.id, presentUser(user)]));
  }

  /** A page of users by username. */
  async list(query: UserListQuery): Promise<UserPage> {
    const { accounts, ...page } = await this.listAccounts(query);
    return { items: accounts.map(({ email: _, ...user }) => user), ...page };
  }

  /** A page of accounts by username, with what only admins may see. */
  async listAccounts({ cursor, limit = LIMITS.pageSize.default, ...filter }: UserListQuery): Promise<AccountPage> {
    const after = cursor === undefined ? undefined : String(readCursor(cursor, ['string'])[0]);
    const { users, total } = await this.repository.list({
      ...filter,
      limit: limit + 1,
      ...(after !== undefined && { after }),
    });
    const page = users.slice(0, limit);
    const last = page.at(-1);
    return {
      accounts: page.map(presentAccount),
      total,
      ...(users.length > limit && last && { nextCursor: writeCursor([last.username]) }),
    };
  }

  /** Changes what everybody sees of a user and publishes `UserChanged`. */
  async rename(id: string, displayName: string): Promise<void> {
    await this.transactions.run(async () => {
      await this.repository.update(id, { displayName });
      await this.events.publish(new UserChanged(id));
    });
  }

  /** Gives a user another picture or none and publishes `UserChanged`; returns the one before. */
  async setImage(id: string, imageId: string | null): Promise<string | null> {
    return this.transactions.run(async () => {
      const changed = await this.repository.setImage(id, imageId);
      if (changed) await this.events.publish(new UserChanged(id));
      return changed?.previous ?? null;
    });
  }

  /** Gives an account another role or status and publishes `UserChanged`, and `UserDeactivated` when it goes out of use. */
  async setAccess(id: string, change: { role?: UserRole; status?: UserStatus }): Promise<void> {
    await this.transactions.run(async () => {
      await this.repository.update(id, change);
      if (change.status === 'deactivated') await this.events.publish(new UserDeactivated(id));
      await this.events.publish(new UserChanged(id));
    });
  }

  /** Takes an account into use whose user has come, and publishes `UserChanged`; nothing when it was not `invited`. */
  async admit(id: string): Promise<void> {
    await this.transactions.run(async () => {
      if (await this.repository.admit(id)) await this.events.publish(new UserChanged(id));
    });
  }

  /** Notes when a user was last connected. */
  async markSeen(id: string): Promise<void> {
    await this.repository.markSeen(id, this.clock.date());
  }
}
