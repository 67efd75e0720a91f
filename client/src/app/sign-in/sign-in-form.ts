import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { t, type TextKey } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { Icon } from '../ui/icon';
import { explain, focusFirstWrong } from './field-errors';
import { PasswordField } from './password-field';
import { placeToReturnTo } from './place-to-return-to';
import { SessionStore } from './session-store';
import { WrongMark } from './wrong-mark';

/** What is said to somebody who was sent here: `/sign-in?said=…`. */
const SAID: Readonly<Record<string, TextKey>> = {
  deactivated: 'sign-in.accountDeactivated',
  'password-set': 'sign-in.passwordSetSignIn',
};

/** `/sign-in`: one message for a wrong name or password, never which. */
@Component({
  selector: 'app-sign-in-form',
  imports: [
    Icon,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PasswordField,
    ReactiveFormsModule,
    RouterLink,
    WrongMark,
  ],
  templateUrl: './sign-in-form.html',
  styleUrl: './auth-form.scss',
})
export class SignInForm {
  /** Of the address. */
  readonly said = input<string>();
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly form = new FormGroup({
    login: new FormControl('', { nonNullable: true, validators: Validators.required }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly problem = signal<ServerError | null>(null);
  protected readonly news = computed(() => SAID[this.said() ?? '']);
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly isBusy = signal(false);

  protected async signIn(): Promise<void> {
    if (this.isBusy()) return;
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { login, password } = this.form.getRawValue();
      // Keyboards that complete words put a blank behind them.
      await this.session.signIn({ login: login.trim(), password });
      await this.router.navigateByUrl(placeToReturnTo(this.router));
    } catch (error) {
      this.problem.set(error as ServerError);
    } finally {
      this.isBusy.set(false);
    }
  }
}
