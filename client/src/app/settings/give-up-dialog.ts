import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogModule } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { t } from '../language/texts';
import { explain, refusalOf } from '../sign-in/field-errors';
import { PasswordField } from '../sign-in/password-field';
import { Sending } from '../sign-in/sending';
import { SessionStore } from '../sign-in/session-store';
import { DialogFrame } from '../ui/dialog-frame';
import { InitialFocus } from '../ui/initial-focus';
import { OwnedRooms } from './owned-rooms';

/** Asks for the own username, typed, and the password; then the account is out of use and the page is left. */
@Component({
  selector: 'app-give-up-dialog',
  imports: [
    DialogFrame,
    InitialFocus,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    OwnedRooms,
    PasswordField,
    ReactiveFormsModule,
  ],
  templateUrl: './give-up-dialog.html',
  styleUrl: './give-up-dialog.scss',
})
export class GiveUpDialog {
  private readonly session = inject(SessionStore);
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly refusalOf = refusalOf;
  protected readonly username = this.session.user()?.username ?? '';
  protected readonly form = new FormGroup({
    confirmUsername: new FormControl('', { nonNullable: true, validators: ({ value }) => this.isTyped(String(value)) }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly sending = new Sending(this.form);
  /** What the server says is in the way. */
  protected readonly rooms = computed(() => this.sending.problem()?.rooms ?? []);

  protected async giveUp(): Promise<void> {
    await this.sending.send(() => this.session.giveUp(this.form.getRawValue()));
  }

  private isTyped(text: string): { confirmation: true } | null {
    return text.trim().toLowerCase() === this.username ? null : { confirmation: true };
  }
}
