import type { RoomRole } from '#contracts/room.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { forbidden, notFound } from '../platform/errors/app-error.js';
import { MembersRepository } from './members.repository.js';
import { JoinRequests } from './join-requests.js';
import { RoomAccessService } from './room-access.service.js';
import { MemberJoined, MemberLeft, MemberRoleChanged } from './rooms.events.js';
import { RoomsRepository } from './rooms.repository.js';

/** The changes of who belongs to a room, without asking who may: `MembersService` asks. */
@Publishes(MemberJoined, MemberLeft, MemberRoleChanged)
export class Memberships {
  constructor(
    private readonly members: MembersRepository,
    private readonly requests: JoinRequests,
    private readonly rooms: RoomsRepository,
    private readonly access: RoomAccessService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** Makes a user a member; false when they are one. A request of theirs is answered by it. @throws AppError `not_found` when the room is deleted */
  async join(roomId: string, userId: string, role: RoomRole): Promise<boolean> {
    return this.transactions.run(async () => {
      await this.hold(roomId);
      if (!(await this.members.join(roomId, userId, role))) return false;
      await this.requests.clear(roomId, userId);
      await this.rooms.count(roomId, 1);
      this.access.forget(roomId, userId);
      await this.events.publish(new MemberJoined(roomId, userId));
      return true;
    });
  }

  /** Ends a membership; nothing when there is none, or when it became the owner's meanwhile. */
  async end(roomId: string, userId: string): Promise<void> {
    await this.transactions.run(async () => {
      await this.hold(roomId);
      if (!(await this.members.leave(roomId, userId))) return;
      await this.rooms.count(roomId, -1);
      this.access.forget(roomId, userId);
      await this.events.publish(new MemberLeft(roomId, userId));
    });
  }

  /**
   * Gives a member another role; a new owner takes the place of the old one, who becomes a moderator.
   * @throws AppError `not_found` when they are no member any more, or cannot own it, `forbidden` when `ownerId` is no longer the owner
   */
  async setRole(roomId: string, userId: string, role: RoomRole, ownerId: string): Promise<void> {
    await this.transactions.run(async () => {
      await this.hold(roomId);
      if (role === 'owner') await this.replaceOwner(roomId, userId, ownerId);
      else if (!(await this.members.setRole(roomId, userId, role))) throw notFound();
      this.access.forget(roomId);
      await this.events.publish(new MemberRoleChanged(roomId, userId, role !== 'member'));
    });
  }

  /** Changes of one room follow each other, and none follows its deletion. */
  private async hold(roomId: string): Promise<void> {
    if (!(await this.rooms.hold(roomId))) throw notFound();
  }

  private async replaceOwner(roomId: string, userId: string, ownerId: string): Promise<void> {
    if (!(await this.members.keepActive(userId))) throw notFound();
    // Of two hand-overs at once the second waits here, and finds that the room is no longer theirs to give.
    if (!(await this.members.setRole(roomId, ownerId, 'moderator', 'owner')))
      throw forbidden('Only the owner of the room may hand it over.');
    if (!(await this.members.setRole(roomId, userId, 'owner'))) throw notFound();
    await this.rooms.update(roomId, { ownerId: userId });
    await this.events.publish(new MemberRoleChanged(roomId, ownerId, true));
  }
}
