import { OnEveryNode } from '../events/listener.decorators.js';
import type { Listener } from '../events/event.js';
import { UserChanged } from '../users/users.events.js';
import { SessionsService } from './sessions.service.js';

/** A new role or status counts from the next request on. */
@OnEveryNode(UserChanged)
export class ForgetSessionsWhenUserChanged implements Listener<UserChanged> {
  constructor(private readonly sessions: SessionsService) {}

  handle({ userId }: UserChanged): Promise<void> {
    this.sessions.forgetUser(userId);
    return Promise.resolve();
  }
}
