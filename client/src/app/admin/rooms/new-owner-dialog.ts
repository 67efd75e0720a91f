import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { AdminRoom } from '#contracts/admin-content.dto.js';
import type { User } from '#contracts/user.dto.js';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { explain } from '../../sign-in/field-errors';
import { DialogFrame } from '../../ui/dialog-frame';
import { PersonPicker } from '../table/person-picker';
import { AdminRoomsApi } from './admin-rooms-api';

/** Gives a room another owner. */
@Component({
  selector: 'app-new-owner-dialog',
  imports: [DialogFrame, PersonPicker],
  template: `
    <form (submit)="$event.preventDefault(); setOwner()" novalidate>
      <app-dialog-frame
        [heading]="t('admin.setOwner')"
        headingId="new-owner-title"
        [about]="room.name"
        [action]="t('admin.setOwner')"
        [isBusy]="isBusy()"
      >
        <p>{{ t('admin.setOwnerText') }}</p>
        <app-person-picker [label]="t('admin.newOwner')" [(person)]="person" />
        @if (problem(); as text) {
          <p class="problem" role="alert">{{ text }}</p>
        }
      </app-dialog-frame>
    </form>
  `,
  styleUrl: '../table/form-dialog.scss',
})
export class NewOwnerDialog {
  protected readonly t = t;
  protected readonly room = inject<NamedRoom>(MAT_DIALOG_DATA);
  private readonly api = inject(AdminRoomsApi);
  private readonly self = inject<MatDialogRef<NewOwnerDialog, AdminRoom>>(MatDialogRef);
  protected readonly person = signal<User | null>(null);
  protected readonly isBusy = signal(false);
  private readonly reason = signal<(() => string) | null>(null);
  protected readonly problem = () => this.reason()?.() ?? '';

  protected async setOwner(): Promise<void> {
    const person = this.person();
    if (person === null) {
      this.reason.set(() => t('admin.choosePerson'));
      return;
    }
    this.isBusy.set(true);
    this.reason.set(null);
    try {
      this.self.close(await this.api.setOwner(this.room, person.username));
    } catch (error) {
      const { code } = error as ServerError;
      this.reason.set(() => (code === 'unknown_user' ? t('admin.noSuchMember') : explain(error as ServerError)));
      this.isBusy.set(false);
    }
  }
}
