import { inject, Injectable } from '@angular/core';
import type { ConfirmPasswordResetDto, PasswordLinkOwner, UsePasswordLinkDto } from '#contracts/auth.dto.js';
import { Api } from '../realtime/api';

/** What can be asked without being signed in, apart from signing in. */
@Injectable({ providedIn: 'root' })
export class DoorsApi {
  private readonly api = inject(Api);

  /** Mails a code to somebody who wants to register. */
  askEmailCode(email: string): Promise<void> {
    return this.api.post('/auth/email-codes', { email });
  }

  /** Mails a code to somebody who forgot their password. */
  askPasswordCode(email: string): Promise<void> {
    return this.api.post('/auth/password-resets', { email });
  }

  resetPassword(wish: ConfirmPasswordResetDto): Promise<void> {
    return this.api.post('/auth/password-resets/confirm', wish);
  }

  /** Whose password a link of an admin sets. @throws ServerError `link_unusable` */
  checkPasswordLink(token: string): Promise<PasswordLinkOwner> {
    return this.api.post('/auth/password-links/check', { token });
  }

  usePasswordLink(wish: UsePasswordLinkDto): Promise<void> {
    return this.api.post('/auth/password-links', wish);
  }
}
