import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { AppError } from '../platform/errors/app-error.js';
import { AccountGivenUp } from '../users/users.events.js';
import { RoomsRepository } from './rooms.repository.js';

/** Nobody leaves behind rooms that nobody can keep. */
@InTransaction(AccountGivenUp)
export class KeepRoomsWhenAccountGivenUp implements Listener<AccountGivenUp> {
  constructor(private readonly rooms: RoomsRepository) {}

  async handle({ userId }: AccountGivenUp): Promise<void> {
    const rooms = await this.rooms.listOwned(userId);
    if (rooms.length > 0)
      throw new AppError('owns_rooms', 'Hand over or delete the rooms that you own first.', { rooms });
  }
}
