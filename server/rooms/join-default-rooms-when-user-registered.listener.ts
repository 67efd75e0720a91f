import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { UserRegistered } from '../users/users.events.js';
import { DefaultRooms } from './default-rooms.js';

/** Nobody arrives in an empty house. */
@InTransaction(UserRegistered)
export class JoinDefaultRoomsWhenUserRegistered implements Listener<UserRegistered> {
  constructor(private readonly rooms: DefaultRooms) {}

  async handle({ userId }: UserRegistered): Promise<void> {
    await this.rooms.join(userId);
  }
}
