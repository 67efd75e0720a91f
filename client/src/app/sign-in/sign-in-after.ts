import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { placeToReturnTo } from './place-to-return-to';
import { SessionStore } from './session-store';

/** What follows once somebody has set a new password at the door. */
@Injectable()
export class SignInAfter {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  /** Signs in with it; when that fails, the sign-in page says that it is set. */
  async passwordSet(login: string, password: string): Promise<void> {
    const isIn = await this.session.signIn({ login, password }).then(
      () => true,
      () => false,
    );
    const params = { queryParams: { said: 'password-set' }, queryParamsHandling: 'merge' } as const;
    await (isIn ? this.router.navigateByUrl(placeToReturnTo(this.router)) : this.router.navigate(['/sign-in'], params));
  }
}
