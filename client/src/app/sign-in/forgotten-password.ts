import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import { Icon } from '../ui/icon';
import { CodeField } from './code-field';
import { DoorSubmit } from './door-submit';
import { DoorsApi } from './doors-api';
import { refusalOf } from './field-errors';
import { PasswordField } from './password-field';
import { strengthOf } from './password-strength';
import { Sending } from './sending';
import { ServerConfig } from './server-config';
import { SignInAfter } from './sign-in-after';
import { SIX_DIGITS } from './six-digits';
import { WrongMark } from './wrong-mark';

/** `/forgotten-password`: a new password by a code that comes by mail; the answer never says whether there is such an account. */
@Component({
  selector: 'app-forgotten-password',
  imports: [
    CodeField,
    DoorSubmit,
    Icon,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PasswordField,
    ReactiveFormsModule,
    RouterLink,
    WrongMark,
  ],
  providers: [SignInAfter],
  templateUrl: './forgotten-password.html',
  styleUrl: './auth-form.scss',
})
export class ForgottenPassword {
  private readonly api = inject(DoorsApi);
  private readonly after = inject(SignInAfter);
  protected readonly server = inject(ServerConfig);
  protected readonly t = t;
  protected readonly refusalOf = refusalOf;
  protected readonly limits = LIMITS;
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, SIX_DIGITS] }),
    newPassword: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(LIMITS.password.min)],
    }),
  });
  private readonly password = toSignal(this.form.controls.newPassword.valueChanges, { initialValue: '' });
  protected readonly strength = computed(() => strengthOf(this.password(), LIMITS.password));
  protected readonly sending = new Sending(this.form);
  protected readonly ask = (email: string) => this.api.askPasswordCode(email);

  protected async set(): Promise<void> {
    const { email } = this.form.controls;
    email.setValue(email.value.trim());
    const wish = this.form.getRawValue();
    await this.sending.send(async () => {
      await this.api.resetPassword(wish);
      await this.after.passwordSet(wish.email, wish.newPassword);
    });
  }
}
