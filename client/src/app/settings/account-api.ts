import { inject, Injectable } from '@angular/core';
import type { OwnAccount, UpdateAccountDto } from '#contracts/account.dto.js';
import { OwnProfile } from '../profiles/own-profile';
import { Api } from '../realtime/api';
import { SessionStore } from '../sign-in/session-store';

/** How the own account is called and reached. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly own = inject(OwnProfile);

  /** Changes username or address; the page shows it at once. */
  async update(changes: UpdateAccountDto): Promise<void> {
    const { email: _, ...user } = await this.api.patch<OwnAccount>('/users/me', changes);
    this.session.updateUser(user);
    this.own.reload();
  }

  /** Mails a code to the address that the account is to have. */
  askCode(email: string): Promise<void> {
    return this.api.post('/users/me/email-codes', { email });
  }
}
