import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, FormGroupDirective, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import { OpenLists } from '../open-lists';
import { Api } from '../realtime/api';
import type { ServerError } from '../realtime/server-error';
import { explain, focusFirstWrong, showAtFields } from '../sign-in/field-errors';
import { PasswordField } from '../sign-in/password-field';
import { strengthOf } from '../sign-in/password-strength';
import { Icon } from '../ui/icon';

/** Another password; every other session ends with it. */
@Component({
  selector: 'app-password-settings',
  imports: [Icon, MatButtonModule, OpenLists, PasswordField, ReactiveFormsModule],
  templateUrl: './password-settings.html',
  styleUrl: './password-settings.scss',
})
export class PasswordSettings {
  protected readonly t = t;
  private readonly api = inject(Api);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly limits = LIMITS.password;
  protected readonly form = new FormGroup({
    oldPassword: new FormControl('', { nonNullable: true, validators: Validators.required }),
    newPassword: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(LIMITS.password.min)],
    }),
  });
  private readonly sent = viewChild.required(FormGroupDirective);
  private readonly values = toSignal(this.form.valueChanges);
  protected readonly strength = computed(() => strengthOf(this.values()?.newPassword ?? '', LIMITS.password));
  protected readonly problem = signal('');
  protected readonly isDone = signal(false);
  protected readonly isBusy = signal(false);

  protected async change(): Promise<void> {
    if (this.isBusy()) return;
    for (const control of Object.values(this.form.controls)) control.updateValueAndValidity();
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set('');
    this.isDone.set(false);
    try {
      await this.api.post('/auth/password', this.form.getRawValue());
      // Of the directive: it forgets that the form was sent, so that the emptied fields are not called wrong.
      this.sent().resetForm();
      this.isDone.set(true);
    } catch (error) {
      const refusal = error as ServerError;
      if (!showAtFields(this.form, refusal)) this.problem.set(explain(refusal));
      focusFirstWrong(this.element);
    } finally {
      this.isBusy.set(false);
    }
  }
}
