import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { PostOffice } from '../mail/post-office.js';
import { EmailChanged } from '../users/users.events.js';
import { UsersService } from '../users/users.service.js';

/** Who did not change their address themselves hears of it where they still read. */
@AfterCommit(EmailChanged)
export class MailNoteWhenEmailChanged implements Listener<EmailChanged> {
  constructor(
    private readonly office: PostOffice,
    private readonly users: UsersService,
  ) {}

  async handle({ userId, previousEmail, at }: EmailChanged): Promise<void> {
    const user = await this.users.findAddressee(userId);
    if (!user) return;
    const to = { email: previousEmail, locale: user.locale };
    await this.office.send(`${userId}.address.${String(at)}`, {
      to,
      letter: { kind: 'addressChanged', username: user.username },
    });
  }
}
