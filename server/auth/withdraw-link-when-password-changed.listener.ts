import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { PasswordChanged } from './auth.events.js';
import { PasswordLinksRepository } from './password-links.repository.js';

/** A link that waits to be used must not undo what came after it. */
@InTransaction(PasswordChanged)
export class WithdrawLinkWhenPasswordChanged implements Listener<PasswordChanged> {
  constructor(private readonly links: PasswordLinksRepository) {}

  async handle({ userId }: PasswordChanged): Promise<void> {
    await this.links.removeOf(userId);
  }
}
