import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { MembersRepository } from './members.repository.js';
import { assertMember } from './room.policy.js';
import { FavouriteChanged } from './rooms.events.js';
import { RoomsService } from './rooms.service.js';

/** Rooms that members want at hand. Who leaves a room has it among the favourites no more. */
@Publishes(FavouriteChanged)
export class FavouritesService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** Again changes nothing. @throws AppError `not_found`, `forbidden` for a visitor */
  async set(userId: string, reference: string, isFavourite: boolean): Promise<void> {
    const { roomId } = assertMember(await this.rooms.open(userId, reference));
    await this.transactions.run(async () => {
      if (!(await this.members.setFavourite(roomId, userId, isFavourite))) return;
      await this.events.publish(new FavouriteChanged(roomId, userId));
    });
  }

  /** Whether a member has a room among the favourites, and the version of that; undefined for who never was one. */
  async find(roomId: string, userId: string): Promise<{ isFavourite: boolean; version: number } | undefined> {
    const member = await this.members.find(roomId, userId);
    return member && { isFavourite: member.isFavourite, version: member.favouriteVersion };
  }
}
