import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { UsersService } from '../users/users.service.js';
import { PasswordChanged } from './auth.events.js';

/** Whom an admin made an account for has come with their first password. */
@InTransaction(PasswordChanged)
export class AdmitUserWhenPasswordChanged implements Listener<PasswordChanged> {
  constructor(private readonly users: UsersService) {}

  async handle({ userId }: PasswordChanged): Promise<void> {
    await this.users.admit(userId);
  }
}
