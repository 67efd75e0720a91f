import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { UserRegistered } from '../users/users.events.js';
import { ProfilesService } from './profiles.service.js';

/** No account without a profile. */
@InTransaction(UserRegistered)
export class CreateProfileWhenUserRegistered implements Listener<UserRegistered> {
  constructor(private readonly profiles: ProfilesService) {}

  async handle({ userId, locale }: UserRegistered): Promise<void> {
    await this.profiles.create(userId, locale);
  }
}
