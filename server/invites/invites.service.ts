import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { Organisation } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { type Invite, inviteUnusable } from './invite.js';
import { InviteTokens } from './invite-tokens.js';
import { admitsNewcomers } from './invite.policy.js';
import { InviteAccepted } from './invites.events.js';
import { InvitesRepository } from './invites.repository.js';

/** Invitations of every kind, found and accepted. `RoomLinks` and `PersonalInvites` make them. */
@Publishes(InviteAccepted)
export class InvitesService {
  constructor(
    private readonly repository: InvitesRepository,
    private readonly organisation: Organisation,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly tokens: InviteTokens,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `invite_unusable` */
  async find(token: string): Promise<Invite> {
    const found = await this.repository.findUsable(this.tokens.hash(token), this.clock.date());
    if (!found) throw inviteUnusable();
    const { whoMayInvite } = await this.organisation.current();
    const { makerRole, ...invite } = found;
    return { ...invite, admitsNewcomers: invite.email !== null || admitsNewcomers(whoMayInvite, makerRole) };
  }

  /**
   * Uses an invitation once for a user, and publishes `InviteAccepted`: both, or neither.
   * @throws AppError `invite_unusable`, also when somebody else used it up meanwhile
   */
  async accept({ tokenHash, makerId, roomIds, email }: Invite, userId: string): Promise<void> {
    await this.transactions.run(async () => {
      // Rooms are held before invitations, wherever both are.
      await this.events.publish(new InviteAccepted(userId, makerId, roomIds, email !== null));
      if (!(await this.repository.use(tokenHash, this.clock.date()))) throw inviteUnusable();
    });
  }
}
