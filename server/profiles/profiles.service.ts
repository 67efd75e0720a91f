import type { Profile, UpdateProfileDto } from '#contracts/profile.dto.js';
import type { User } from '#contracts/user.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { notFound } from '../platform/errors/app-error.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { chooseLocale } from '../platform/http/choose-locale.js';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits.js';
import type { Account } from '../users/account.js';
import { UsersService } from '../users/users.service.js';
import { presentProfile } from './profile.presenter.js';
import { ProfileChanged } from './profiles.events.js';
import { ProfilesRepository } from './profiles.repository.js';

/** What users say about themselves and prefer. */
@Publishes(ProfileChanged)
export class ProfilesService {
  /** Every open page of everybody is told of such a change. */
  private readonly changes: RateLimit;

  constructor(
    private readonly repository: ProfilesRepository,
    private readonly users: UsersService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    limits: RateLimits,
  ) {
    this.changes = limits.create({ name: 'profile', points: 60, seconds: 600 });
  }

  /** Makes the profile of a new account, in the transaction that makes the account. */
  async create(userId: string, preferredLanguages: string): Promise<void> {
    await this.repository.insert({
      userId,
      aboutMe: '',
      location: '',
      locale: chooseLocale(preferredLanguages),
      theme: 'device',
      density: 'comfortable',
    });
  }

  /** A user's profile as `viewer` may see it. @throws AppError `not_found` */
  async show(username: string, viewer: Principal): Promise<Profile> {
    const user: User = await this.users.findByUsername(username);
    const account = await this.accountOf(user.id);
    return presentProfile(account, await this.repository.find(user.id), {
      isOwn: user.id === viewer.userId,
      isAdmin: viewer.role !== 'member',
    });
  }

  /**
   * Changes the own profile and publishes `ProfileChanged` where others see it; what is absent stays.
   * @throws AppError `rate_limited`
   */
  async update(viewer: Principal, { displayName, ...change }: UpdateProfileDto): Promise<Profile> {
    const isSeen = change.aboutMe !== undefined || change.location !== undefined;
    if (isSeen || displayName !== undefined) await this.changes.consume(viewer.userId);
    return this.transactions.run(async () => {
      if (displayName !== undefined) await this.users.rename(viewer.userId, displayName);
      await this.repository.update(viewer.userId, change);
      if (isSeen) await this.events.publish(new ProfileChanged(viewer.userId));
      return this.showOwn(viewer);
    });
  }

  /** The viewer's own profile. */
  async showOwn(viewer: Principal): Promise<Profile> {
    const { username } = await this.accountOf(viewer.userId);
    return this.show(username, viewer);
  }

  private async accountOf(userId: string): Promise<Account> {
    const account = await this.users.findAccount(userId);
    if (!account) throw notFound();
    return account;
  }
}
