import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { inviteUnusable } from '../invites/invite.js';
import { InviteAccepted } from '../invites/invites.events.js';
import { InvitedRooms } from './invited-rooms.js';
import { Memberships } from './memberships.js';

/** Who accepts an invitation is where it leads. A link that leads nowhere any more is none. */
@InTransaction(InviteAccepted)
export class JoinRoomsWhenInviteAccepted implements Listener<InviteAccepted> {
  constructor(
    private readonly invited: InvitedRooms,
    private readonly memberships: Memberships,
  ) {}

  async handle({ userId, makerId, roomIds, isPersonal }: InviteAccepted): Promise<void> {
    const rooms = await this.invited.hold({ makerId, roomIds, isPersonal });
    if (rooms.length === 0 && !isPersonal) throw inviteUnusable();
    for (const { id } of rooms) await this.memberships.join(id, userId, 'member');
  }
}
