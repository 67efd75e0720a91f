import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { FavouritesService } from '../rooms/favourites.service.js';
import { FavouriteChanged } from '../rooms/rooms.events.js';

/** A favourite is one on all devices of its user at once. What is told is read last, so that of two changes the later one stays. */
@OnEveryNode(FavouriteChanged)
export class TellUserWhenFavouriteChanged implements Listener<FavouriteChanged> {
  constructor(
    private readonly favourites: FavouritesService,
    private readonly emitter: RealtimeEmitter,
  ) {}

  async handle({ roomId, userId }: FavouriteChanged): Promise<void> {
    const favourite = await this.favourites.find(roomId, userId);
    if (favourite) this.emitter.toUser(userId, 'favourite', { roomId, ...favourite });
  }
}
