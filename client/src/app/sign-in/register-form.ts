import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, type ValidatorFn, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import type { RegisterDto } from '#contracts/auth.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { LanguageStore } from '../language/language-store';
import { listed } from '../language/listed';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { CodeField } from './code-field';
import { DoorsApi } from './doors-api';
import { explain, focusFirstWrong, refusalOf, showAtFields } from './field-errors';
import { PasswordField } from './password-field';
import { strengthOf } from './password-strength';
import { placeToReturnTo } from './place-to-return-to';
import { isClosed, needsCode, ofDomains } from './registration-rules';
import { ServerConfig } from './server-config';
import { SessionStore } from './session-store';
import { SIX_DIGITS } from './six-digits';
import { WrongMark } from './wrong-mark';

/** The secret of an invitation, and for whom it is. */
export interface Invitation {
  token: string;
  email: string | undefined;
}

const text = (...validators: ValidatorFn[]) => new FormControl('', { nonNullable: true, validators });

/** `/register`, as the organisation has it: each refusal at its field; the first account owns the place. */
@Component({
  selector: 'app-register-form',
  imports: [
    CodeField,
    EmptyState,
    Icon,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PasswordField,
    ReactiveFormsModule,
    RouterLink,
    WrongMark,
  ],
  templateUrl: './register-form.html',
  styleUrl: './auth-form.scss',
})
export class RegisterForm {
  /** With which somebody registers; one for a person names the address, which it proves. */
  readonly invitation = input<Invitation>();
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = inject(LanguageStore);
  private readonly doors = inject(DoorsApi);
  protected readonly server = inject(ServerConfig);

  protected readonly form = new FormGroup({
    displayName: text(),
    username: text(Validators.required, Validators.pattern(/^[a-z0-9][a-z0-9._-]*$/i)),
    email: text(
      Validators.required,
      Validators.email,
      ofDomains(() => this.allowedDomains()),
    ),
    emailCode: text(),
    password: text(Validators.required),
    setupCode: text(),
  });
  protected readonly problem = signal<ServerError | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly refusalOf = refusalOf;
  protected readonly languageOf = languageOf;
  private readonly password = toSignal(this.form.controls.password.valueChanges, { initialValue: '' });
  protected readonly config = computed(() => this.server.config());
  protected readonly isClosed = computed(() => {
    const config = this.config();
    return config !== undefined && this.invitation() === undefined && isClosed(config);
  });
  protected readonly needsCode = computed(() => {
    const config = this.config();
    return config !== undefined && this.invitation()?.email === undefined && needsCode(config);
  });
  private readonly allowedDomains = computed(() => {
    const isForPerson = this.invitation()?.email !== undefined;
    return isForPerson ? [] : (this.server.organisation()?.emailDomains ?? []);
  });
  protected readonly domains = computed(() => listed(this.allowedDomains(), 'or'));
  protected readonly ask = (email: string) => this.doors.askEmailCode(email);
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
      const email = this.invitation()?.email;
      if (email !== undefined) this.form.controls.email.setValue(email);
    });
    effect(() => {
      this.form.controls.password.addValidators(Validators.minLength(this.limits().passwordMin));
      this.form.controls.username.addValidators(Validators.minLength(this.limits().usernameMin));
      if (this.config()?.needsSetupCode) this.form.controls.setupCode.addValidators(Validators.required);
      if (this.needsCode()) this.form.controls.emailCode.addValidators([Validators.required, SIX_DIGITS]);
    });
  }

  protected emailError(): string {
    const { email } = this.form.controls;
    const ours = email.hasError('emailDomain')
      ? t('sign-in.otherDomain', { domains: this.domains() })
      : t('fields.email_invalid');
    return refusalOf(email) ?? ours;
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
    this.problem.set(null);
    try {
      await this.session.register(this.account());
      this.language.storeChosen();
      await this.router.navigateByUrl(placeToReturnTo(this.router));
    } catch (error) {
      this.refuse(error as ServerError);
    } finally {
      this.isBusy.set(false);
    }
  }

  private account(): RegisterDto {
    const { displayName, emailCode, setupCode, ...rest } = this.form.getRawValue();
    const invite = this.invitation()?.token;
    return {
      ...rest,
      ...(this.needsCode() && { emailCode }),
      ...(invite !== undefined && { invite }),
      ...(displayName.trim() && { displayName }),
      ...(setupCode.trim() && { setupCode: setupCode.trim() }),
    };
  }

  private refuse(error: ServerError): void {
    const isAtFields = showAtFields(this.form, error);
    if (!isAtFields) this.problem.set(error);
    // The rules may have changed since the page was opened.
    if (['registration_closed', 'email_domain'].includes(error.code) || hasUnseen(error)) this.server.reload();
    focusFirstWrong(this.element);
  }
}

/** A code is asked for that the page did not know of. */
function hasUnseen({ fields }: ServerError): boolean {
  return fields.some(({ field }) => field === 'emailCode');
}
