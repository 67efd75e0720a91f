import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { ProfileChanged } from '../profiles/profiles.events.js';
import { TellEveryoneWhenUserChanged } from './tell-everyone-when-user-changed.listener.js';

/** Whoever looks at a profile asks for it again when its user is told of: what they say of themselves travels no other way. */
@OnEveryNode(ProfileChanged)
export class TellEveryoneWhenProfileChanged implements Listener<ProfileChanged> {
  constructor(private readonly teller: TellEveryoneWhenUserChanged) {}

  async handle({ userId }: ProfileChanged): Promise<void> {
    await this.teller.handle({ userId });
  }
}
