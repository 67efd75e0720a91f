import { Component, effect, inject, input, viewChild } from '@angular/core';
import { FormControl, FormGroup, FormGroupDirective, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import type { FieldError } from '../realtime/server-error';
import { CodeField } from '../sign-in/code-field';
import { explain, refusalOf } from '../sign-in/field-errors';
import { PasswordField } from '../sign-in/password-field';
import { Sending } from '../sign-in/sending';
import { ServerConfig } from '../sign-in/server-config';
import { SIX_DIGITS } from '../sign-in/six-digits';
import { WrongMark } from '../sign-in/wrong-mark';
import { Notice } from '../ui/notice';
import { AccountApi } from './account-api';

/** Another e-mail address; where mail can be sent a code proves it. */
@Component({
  selector: 'app-email-form',
  imports: [
    CodeField,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PasswordField,
    ReactiveFormsModule,
    WrongMark,
  ],
  templateUrl: './email-form.html',
  styleUrl: './account-form.scss',
})
export class EmailForm {
  /** The address that the account has. */
  readonly present = input.required<string>();
  private readonly account = inject(AccountApi);
  private readonly notice = inject(Notice);
  private readonly sent = viewChild.required(FormGroupDirective);
  protected readonly server = inject(ServerConfig);
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly limits = LIMITS;
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    emailCode: new FormControl('', { nonNullable: true }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly sending = new Sending(this.form);
  protected readonly ask = (email: string) => this.account.askCode(email);

  constructor() {
    effect(() => {
      if (this.server.sendsMail()) this.form.controls.emailCode.addValidators([Validators.required, SIX_DIGITS]);
    });
  }

  protected emailProblem(): string {
    const { email } = this.form.controls;
    const refusal = email.errors?.['server'] as FieldError | undefined;
    // What is said at the door asks to sign in instead.
    if (refusal?.code === 'email_taken') return t('errors.email_taken');
    return refusalOf(email) ?? t('fields.email_invalid');
  }

  protected async change(): Promise<void> {
    this.form.controls.email.setValue(this.form.controls.email.value.trim());
    const { emailCode, ...changes } = this.form.getRawValue();
    const proof = emailCode === '' ? {} : { emailCode };
    if (!(await this.sending.send(() => this.account.update({ ...changes, ...proof })))) return;
    this.sent().resetForm();
    this.notice.say(t('settings.emailChanged', { email: changes.email }));
  }
}
