import { Component, ElementRef, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import type { HandedInvitation, InvitedRole } from '#contracts/invite.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { explain, focusFirstWrong, refusalOf, showAtFields } from '../../sign-in/field-errors';
import { ServerConfig } from '../../sign-in/server-config';
import { DialogFrame } from '../../ui/dialog-frame';
import { InitialFocus } from '../../ui/initial-focus';
import { RoleChoice } from '../people/role-choice';
import { RoomChips } from '../rooms/room-chips';
import { InvitationsApi } from './invitations-api';

/** Invites the person who reads an address. */
@Component({
  selector: 'app-invite-person-dialog',
  imports: [DialogFrame, InitialFocus, MatFormFieldModule, MatInputModule, ReactiveFormsModule, RoleChoice, RoomChips],
  templateUrl: './invite-person-dialog.html',
  styleUrl: '../table/form-dialog.scss',
})
export class InvitePersonDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly refusalOf = refusalOf;
  private readonly api = inject(InvitationsApi);
  private readonly self = inject<MatDialogRef<InvitePersonDialog, HandedInvitation>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly config = inject(ServerConfig);
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/u)] }),
    role: new FormControl<InvitedRole>('member', { nonNullable: true }),
    roomIds: new FormControl<readonly string[]>([], { nonNullable: true }),
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);
  /** Others the server would pass over. */
  protected readonly canInviteInto = ({ visibility, myRole }: Room) =>
    visibility === 'public' || myRole === 'owner' || myRole === 'moderator';

  protected async invite(): Promise<void> {
    if (this.form.invalid) {
      this.form.markAllAsTouched();
      focusFirstWrong(this.element);
      return;
    }
    const { email, role, roomIds } = this.form.getRawValue();
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.self.close(await this.api.invite({ email: email.trim(), role, roomIds: [...roomIds] }));
    } catch (error) {
      this.refuse(error as ServerError);
      this.isBusy.set(false);
    }
  }

  private refuse(error: ServerError): void {
    if (!showAtFields(this.form, error)) this.problem.set(error);
    focusFirstWrong(this.element);
  }

  protected emailProblem(): string {
    const { email } = this.form.controls;
    const refusal = email.errors?.['server'] as { code: string; value: string } | undefined;
    if (refusal?.code === 'email_taken') return t('admin-invitations.hasAccount', { email: refusal.value });
    return refusalOf(email) ?? t('admin-people.enter_email');
  }
}
