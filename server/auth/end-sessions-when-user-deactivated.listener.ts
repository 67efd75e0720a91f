import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { UserDeactivated } from '../users/users.events.js';
import { SessionsService } from './sessions.service.js';

/** An account out of use is signed in nowhere. */
@InTransaction(UserDeactivated)
export class EndSessionsWhenUserDeactivated implements Listener<UserDeactivated> {
  constructor(private readonly sessions: SessionsService) {}

  async handle({ userId }: UserDeactivated): Promise<void> {
    await this.sessions.end(userId, {}, 'deactivated');
  }
}
