import { Component, computed, effect, ElementRef, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, type ValidatorFn, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router } from '@angular/router';
import type { RegisterDto } from '#contracts/auth.dto.js';
import { LIMITS } from '#contracts/limits.js';
import type { ServerError } from '../realtime/server-error';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { explain, focusFirstWrong, showAtFields } from './field-errors';
import { PasswordField } from './password-field';
import { strengthOf } from './password-strength';
import { placeToReturnTo } from './place-to-return-to';
import { ServerConfig } from './server-config';
import { SessionStore } from './session-store';
import { WrongMark } from './wrong-mark';

const text = (...validators: ValidatorFn[]) => new FormControl('', { nonNullable: true, validators });

/** `/register`: each refusal at its field; the first account owns the place. */
@Component({
  selector: 'app-register-form',
  imports: [Icon, MatButtonModule, MatFormFieldModule, MatInputModule, PasswordField, ReactiveFormsModule, WrongMark],
  templateUrl: './register-form.html',
  styleUrl: './auth-form.scss',
})
export class RegisterForm {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly server = inject(ServerConfig);

  protected readonly form = new FormGroup({
    displayName: text(),
    username: text(Validators.required, Validators.pattern(/^[a-z0-9][a-z0-9._-]*$/i)),
    email: text(Validators.required, Validators.email),
    password: text(Validators.required),
    setupCode: text(),
  });
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  protected readonly languageOf = languageOf;
  private readonly password = toSignal(this.form.controls.password.valueChanges, { initialValue: '' });
  protected readonly config = computed(() => this.server.config());
  protected readonly limits = computed(
    () =>
      this.config()?.limits ?? {
        email: LIMITS.email,
        displayName: LIMITS.displayName.max,
        usernameMin: LIMITS.username.min,
        usernameMax: LIMITS.username.max,
        passwordMin: LIMITS.password.min,
        passwordHint: LIMITS.password.hint,
      },
  );
  protected readonly strength = computed(() =>
    strengthOf(this.password(), { min: this.limits().passwordMin, hint: this.limits().passwordHint }),
  );

  constructor() {
    effect(() => {
      this.form.controls.password.addValidators(Validators.minLength(this.limits().passwordMin));
      this.form.controls.username.addValidators(Validators.minLength(this.limits().usernameMin));
      if (this.config()?.needsSetupCode) this.form.controls.setupCode.addValidators(Validators.required);
    });
  }

  protected async createAccount(): Promise<void> {
    if (this.isBusy()) return;
    const { username, email } = this.form.controls;
    // Keyboards that complete words put a blank behind them.
    for (const control of [username, email]) control.setValue(control.value.trim());
    for (const control of Object.values(this.form.controls)) control.updateValueAndValidity();
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await this.session.register(this.account());
      await this.router.navigateByUrl(placeToReturnTo(this.router));
    } catch (error) {
      this.refuse(error as ServerError);
    } finally {
      this.isBusy.set(false);
    }
  }

  protected errorOf(name: 'email' | 'username' | 'displayName' | 'setupCode', fallback: string): string {
    const server: unknown = this.form.controls[name].errors?.['server'];
    return typeof server === 'string' ? server : fallback;
  }

  private account(): RegisterDto {
    const { displayName, setupCode, ...rest } = this.form.getRawValue();
    return {
      ...rest,
      ...(displayName.trim() && { displayName }),
      ...(setupCode.trim() && { setupCode: setupCode.trim() }),
    };
  }

  private refuse(error: ServerError): void {
    const isAtFields = showAtFields(this.form, error);
    if (!isAtFields) this.problem.set(explain(error));
    focusFirstWrong(this.element);
  }
}
