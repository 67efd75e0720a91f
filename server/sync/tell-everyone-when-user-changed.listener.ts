import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { UserChanged } from '../users/users.events.js';
import { UsersService } from '../users/users.service.js';

/** A new name or status shows at once wherever the user stands: messages name their authors by id. */
@OnEveryNode(UserChanged)
export class TellEveryoneWhenUserChanged implements Listener<UserChanged> {
  constructor(
    private readonly users: UsersService,
    private readonly emitter: RealtimeEmitter,
  ) {}

  async handle({ userId }: UserChanged): Promise<void> {
    const user = (await this.users.findMany([userId])).get(userId);
    if (user) this.emitter.toEveryone('user', user);
  }
}
