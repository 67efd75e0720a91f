import type { CreateRoomDto } from '#contracts/room.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { forbidden } from '../platform/errors/app-error.js';
import { newId } from '../platform/ids/ids.js';
import { MembersRepository } from './members.repository.js';
import { RoomCreators } from './room-creators.js';
import { RoomSlugsService } from './room-slugs.service.js';
import { RoomCreated } from './rooms.events.js';
import { RoomsRepository } from './rooms.repository.js';

/** Makes rooms. */
@Publishes(RoomCreated)
export class RoomFounder {
  constructor(
    private readonly repository: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly slugs: RoomSlugsService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly creators: RoomCreators,
  ) {}

  /**
   * Makes a room with its owner as first member and publishes `RoomCreated`: when this resolves, the chat post and
   * the welcome message are there too; when a listener throws, there is no room.
   * @returns the room's id
   * @throws AppError `forbidden` where only admins make rooms, or when the owner's account goes out of use at the same moment;
   *   `slug_taken` for a chosen slug that is in use
   */
  async create(ownerId: string, { name, slug, about = '', visibility = 'public' }: CreateRoomDto): Promise<string> {
    await this.creators.assertMay(ownerId);
    const id = newId();
    const chatPostId = newId();
    const createdAt = new Date();
    await this.transactions.run(async () => {
      if (!(await this.members.keepActive(ownerId))) throw forbidden('Your account is not in use any more.');
      const taken = slug === undefined ? await this.slugs.claimFor(name, id) : await this.slugs.claimExactly(slug, id);
      await this.repository.insert({
        ...{ id, slug: taken, name, about, visibility, kind: 'room', ownerId, chatPostId, createdAt },
        ...{ imageId: null, memberCount: 1, archivedAt: null, deletedAt: null, version: 1 },
      });
      await this.members.join(id, ownerId, 'owner');
      await this.events.publish(new RoomCreated(id, chatPostId, ownerId));
    });
    return id;
  }
}
