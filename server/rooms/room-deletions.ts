import { isSameName } from '#contracts/text.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { notFound, validationFailed } from '../platform/errors/app-error.js';
import { RoomAccessService } from './room-access.service.js';
import type { RoomAccess } from './room-access.js';
import { RoomDeletionsRepository } from './room-deletions.repository.js';
import type { HeldRoom } from './room-record.js';
import { assertOwns } from './room.policy.js';
import { RoomDeleted, RoomErased } from './rooms.events.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

/** The end of rooms: gone for everybody at once, cleared bit by bit. */
@Publishes(RoomDeleted, RoomErased)
export class RoomDeletions {
  constructor(
    private readonly rooms: RoomsService,
    private readonly standing: RoomsRepository,
    private readonly repository: RoomDeletionsRepository,
    private readonly access: RoomAccessService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** What its owner may do in a room that they may delete. @throws AppError `not_found`, `forbidden` for all others */
  async open(userId: string, reference: string): Promise<RoomAccess> {
    return assertOwns(await this.rooms.open(userId, reference));
  }

  /**
   * Deletes a room for its owner, who says its name.
   * @throws AppError `not_found`, `forbidden`, `validation_failed` at `confirmName`
   */
  async confirm(userId: string, reference: string, confirmName: string): Promise<void> {
    await this.transactions.run(async () => {
      const { roomId } = await this.open(userId, reference);
      await this.end(roomId, userId, ({ name }) => {
        if (isSameName(name, confirmName)) return;
        const message = 'This is not the name of the room. Type it as it stands above.';
        throw validationFailed([{ field: 'confirmName', code: 'confirmation_wrong', message }]);
      });
    });
  }

  /** Deletes a room, whoever asks: for those who keep the organisation. @throws AppError `not_found` */
  async delete(actorId: string, roomId: string): Promise<void> {
    await this.transactions.run(() => this.end(roomId, actorId));
  }

  /** A deleted room that is still to be cleared. */
  async findDeleted(): Promise<string | undefined> {
    return this.repository.findDeleted();
  }

  /** Removes what is left of a deleted room, once its posts are gone. */
  async erase(roomId: string): Promise<void> {
    await this.transactions.run(async () => {
      const removed = await this.repository.remove(roomId);
      if (removed) await this.events.publish(new RoomErased(roomId, removed.imageId));
    });
  }

  private async end(roomId: string, actorId: string, check?: (room: HeldRoom) => void): Promise<void> {
    const room = await this.standing.hold(roomId);
    if (!room) throw notFound();
    check?.(room);
    await this.repository.markDeleted(roomId, room);
    this.access.forget(roomId);
    await this.events.publish(new RoomDeleted(roomId, actorId, room.name, room.visibility));
  }
}
