import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { newId } from '../platform/ids/ids.js';
import { Secrets } from '../platform/secrets/secrets.js';
import { PersonInvited } from './invites.events.js';

/** What the listener needs to mail an invitation; sealed on its way. */
export interface InvitationLetter {
  email: string;
  url: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** Has invitations mailed. */
@Publishes(PersonInvited)
export class InvitationLetters {
  constructor(
    private readonly events: EventBus,
    private readonly secrets: Secrets,
  ) {}

  /** Inside the transaction that makes the invitation: it is mailed once that is durable, where mail is configured. */
  async send(makerId: string, letter: InvitationLetter): Promise<void> {
    await this.events.publish(new PersonInvited(newId(), makerId, this.secrets.seal(letter)));
  }
}
