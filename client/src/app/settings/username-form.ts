import { Component, inject, input, viewChild } from '@angular/core';
import { FormControl, FormGroup, FormGroupDirective, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import { explain, refusalOf } from '../sign-in/field-errors';
import { PasswordField } from '../sign-in/password-field';
import { Sending } from '../sign-in/sending';
import { WrongMark } from '../sign-in/wrong-mark';
import { Notice } from '../ui/notice';
import { AccountApi } from './account-api';

/** Another username, with what follows from it. */
@Component({
  selector: 'app-username-form',
  imports: [MatButtonModule, MatFormFieldModule, MatInputModule, PasswordField, ReactiveFormsModule, WrongMark],
  templateUrl: './username-form.html',
  styleUrl: './account-form.scss',
})
export class UsernameForm {
  /** The present one. */
  readonly username = input.required<string>();
  private readonly account = inject(AccountApi);
  private readonly notice = inject(Notice);
  private readonly sent = viewChild.required(FormGroupDirective);
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly refusalOf = refusalOf;
  protected readonly limits = LIMITS.username;
  protected readonly form = new FormGroup({
    username: new FormControl('', {
      nonNullable: true,
      validators: [
        Validators.required,
        Validators.minLength(LIMITS.username.min),
        Validators.pattern(/^[a-z0-9][a-z0-9._-]*$/iu),
      ],
    }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly sending = new Sending(this.form);

  protected async change(): Promise<void> {
    const { username } = this.form.controls;
    username.setValue(username.value.trim().toLowerCase());
    const changes = this.form.getRawValue();
    if (!(await this.sending.send(() => this.account.update(changes)))) return;
    this.sent().resetForm();
    this.notice.say(t('settings.usernameChanged', { username: changes.username }));
  }
}
