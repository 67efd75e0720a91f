import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { PostOffice } from '../mail/post-office.js';
import { UsersService } from '../users/users.service.js';
import { PasswordChanged } from './auth.events.js';

/** Who did not change their password themselves should know. */
@AfterCommit(PasswordChanged)
export class MailNoteWhenPasswordChanged implements Listener<PasswordChanged> {
  constructor(
    private readonly office: PostOffice,
    private readonly users: UsersService,
  ) {}

  async handle({ userId, at }: PasswordChanged): Promise<void> {
    const to = await this.users.findAddressee(userId);
    if (!to) return;
    const letter = { kind: 'passwordChanged', username: to.username } as const;
    await this.office.send(`${userId}.${String(at)}`, { to, letter });
  }
}
