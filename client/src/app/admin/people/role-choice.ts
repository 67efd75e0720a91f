import { Component, inject, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatRadioModule } from '@angular/material/radio';
import { t } from '../../language/texts';
import { SessionStore } from '../../sign-in/session-store';

/** Whether a new account is that of a member or an admin; nothing for whoever may not make admins. */
@Component({
  selector: 'app-role-choice',
  imports: [MatRadioModule, ReactiveFormsModule],
  template: `
    @if (mayMakeAdmins) {
      <div class="label" id="new-role">{{ t('admin-people.role') }}</div>
      <mat-radio-group [formControl]="control()" aria-labelledby="new-role">
        <mat-radio-button value="member">{{ t('admin-people.role_member') }}</mat-radio-button>
        <mat-radio-button value="admin">{{ t('admin-people.role_admin') }}</mat-radio-button>
      </mat-radio-group>
    }
  `,
  styles: `
    .label {
      margin-bottom: 8px;
      font: var(--mat-sys-label-large);
    }
  `,
})
export class RoleChoice {
  readonly control = input.required<FormControl<'admin' | 'member'>>();
  protected readonly t = t;
  /** Only the owner makes admins. */
  protected readonly mayMakeAdmins = inject(SessionStore).user()?.role === 'owner';
}
