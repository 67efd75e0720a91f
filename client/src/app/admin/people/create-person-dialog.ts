import { Component, ElementRef, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import type { CreatedUser } from '#contracts/admin.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { explain, focusFirstWrong, refusalOf, showAtFields } from '../../sign-in/field-errors';
import { DialogFrame } from '../../ui/dialog-frame';
import { InitialFocus } from '../../ui/initial-focus';
import { PeopleApi } from './people-api';
import { RoleChoice } from './role-choice';

/** Refusals that belong to one field. */
const AT_FIELD: Readonly<Record<string, 'username' | 'email'>> = { username_taken: 'username', email_taken: 'email' };

const required = () =>
  new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/u)] });

/** Makes an account for somebody, who sets the password by a link. */
@Component({
  selector: 'app-create-person-dialog',
  imports: [DialogFrame, InitialFocus, MatFormFieldModule, MatInputModule, ReactiveFormsModule, RoleChoice],
  templateUrl: './create-person-dialog.html',
  styleUrl: '../table/form-dialog.scss',
})
export class CreatePersonDialog {
  private readonly api = inject(PeopleApi);
  private readonly self = inject<MatDialogRef<CreatePersonDialog, CreatedUser>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly t = t;
  protected readonly refusalOf = refusalOf;
  protected readonly limits = LIMITS;
  protected readonly form = new FormGroup({
    displayName: new FormControl('', { nonNullable: true }),
    username: required(),
    email: required(),
    role: new FormControl<'admin' | 'member'>('member', { nonNullable: true }),
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);
  protected readonly explain = explain;

  protected async create(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    const { displayName, ...account } = this.form.getRawValue();
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.self.close(await this.api.create({ ...account, ...(displayName.trim() !== '' && { displayName }) }));
    } catch (error) {
      this.refuse(error as ServerError);
      this.isBusy.set(false);
    }
  }

  private refuse(error: ServerError): void {
    const field = AT_FIELD[error.code];
    if (field !== undefined) this.form.controls[field].setErrors({ taken: error });
    else if (!showAtFields(this.form, error)) this.problem.set(error);
    focusFirstWrong(this.element);
  }

  protected usernameProblem(): string {
    return this.problemOf('username');
  }

  protected emailProblem(): string {
    return this.problemOf('email');
  }

  private problemOf(field: 'username' | 'email'): string {
    const control = this.form.controls[field];
    const taken = control.errors?.['taken'] as ServerError | undefined;
    if (taken !== undefined) return explain(taken);
    return refusalOf(control) ?? t(`admin-people.enter_${field}`);
  }
}
