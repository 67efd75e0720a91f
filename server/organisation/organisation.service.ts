import type { OrganisationSettings, UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { ConfirmedCache } from '../platform/cache/confirmed-cache.js';
import { Config } from '../platform/config/config.js';
import type { OrganisationEntity } from './organisation.entity.js';
import { OrganisationChanged } from './organisation.events.js';
import { assertCanKeep, type Means } from './organisation.policy.js';
import { presentSettings } from './organisation.presenter.js';
import { OrganisationRepository } from './organisation.repository.js';

const ONLY = 'only';

/** The settings before and after a change. */
export interface SettingsChange {
  before: OrganisationSettings;
  after: OrganisationSettings;
}

/** What holds for everybody: name and logo, who may register, invite and make rooms, limits, how long messages are kept. */
@Publishes(OrganisationChanged)
export class Organisation {
  private readonly confirmed = new ConfirmedCache<OrganisationSettings>(1);
  private readonly means: Means;

  constructor(
    private readonly repository: OrganisationRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    config: Config,
  ) {
    this.means = { mailConfigured: config.mail !== undefined, attachmentCeiling: config.attachmentMaxBytes };
  }

  /**
   * The settings as they hold now: never older than five seconds, and of a change on any node that the bus reaches not
   * older at all. Cheap: ask each time, and keep nothing.
   *
   * - `registration`, `emailDomains`, `verifiedEmail`: who may make an account. `verifiedEmail` may be true though
   *   `mailConfigured` no longer is: then nobody can make one without an admin.
   * - `whoMayInvite`, `whoMayCreateRooms`: `admins` includes the owner.
   * - `editWindowMinutes`: minutes since `createdAt` in which an author may edit a message; 0 never, null always.
   * - `retentionDays`: the retention job deletes what is older; null keeps everything.
   */
  async current(): Promise<Readonly<OrganisationSettings>> {
    const settings = await this.confirmed.get(ONLY, async () => this.present(await this.repository.find()));
    return settings ?? this.present(await this.repository.find());
  }

  /**
   * Changes settings and publishes `OrganisationChanged`, when there is anything to change.
   * @throws AppError `validation_failed` for what is changed and this server cannot keep: rules that need mail, a limit above its own
   */
  async update(change: UpdateOrganisationDto): Promise<SettingsChange> {
    return this.transactions.run(async () => {
      const row = await this.repository.findForUpdate();
      const wish = { ...row, ...withoutAbsent(change) };
      assertCanKeep(row, wish, this.means);
      return { before: this.present(row), after: this.present(await this.store(row, wish)) };
    });
  }

  /** Gives the organisation another logo or none; returns the picture before. Publishes `OrganisationChanged`. */
  async setLogo(logoImageId: string | null): Promise<string | null> {
    return this.transactions.run(async () => {
      const row = await this.repository.findForUpdate();
      await this.store(row, { ...row, logoImageId });
      return row.logoImageId;
    });
  }

  /** True for the picture that is the logo now: it is shown to everybody. */
  async isLogo(imageId: string): Promise<boolean> {
    return (await this.repository.find()).logoImageId === imageId;
  }

  /** Makes this node ask the database again. */
  forget(): void {
    this.confirmed.forget([ONLY]);
  }

  private async store(before: OrganisationEntity, wish: OrganisationEntity): Promise<OrganisationEntity> {
    if (JSON.stringify(wish) === JSON.stringify(before)) return before;
    const after = { ...wish, version: before.version + 1 };
    await this.repository.save(after);
    await this.events.publish(new OrganisationChanged(after.version));
    this.transactions.afterCommit(() => {
      this.forget();
    });
    return after;
  }

  private present(row: OrganisationEntity): OrganisationSettings {
    return presentSettings(row, this.means);
  }
}

function withoutAbsent(change: UpdateOrganisationDto): Partial<OrganisationEntity> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
