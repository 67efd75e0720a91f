import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { User } from '#contracts/user.dto.js';
import { t } from '../../language/texts';
import { Avatar } from '../../ui/avatar';
import { NewOwner } from './new-owner';

/** Rooms that go on without an owner who could care for them, and the way to give each another. */
@Component({
  selector: 'app-owned-rooms-dialog',
  imports: [Avatar, MatButtonModule, MatDialogModule],
  template: `
    <h2 mat-dialog-title id="owned-rooms-title">
      {{ t('admin.stillOwns', { name: data.person.displayName, count: data.rooms.length }) }}
    </h2>
    <mat-dialog-content>
      <p>{{ t('admin.stillOwnsText') }}</p>
      <ul [attr.aria-label]="t('frame.rooms')">
        @for (room of data.rooms; track room.id) {
          <li>
            <app-avatar shape="room" [id]="room.id" [name]="room.name" [size]="40" />
            <span class="grow">
              <b>{{ room.name }}</b>
              @if (owners().get(room.id); as owner) {
                <small>{{ t('admin.ownedBy', { name: owner }) }}</small>
              }
            </span>
            @if (!owners().has(room.id)) {
              <button
                matButton="outlined"
                [attr.aria-label]="t('admin.setOwnerOf', { name: room.name })"
                (click)="give(room)"
              >
                {{ t('admin.setOwner') }}
              </button>
            }
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" mat-dialog-close>{{ t('admin.done') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../table/dialog-list.scss',
})
export class OwnedRoomsDialog {
  protected readonly t = t;
  protected readonly data = inject<{ person: User; rooms: readonly NamedRoom[] }>(MAT_DIALOG_DATA);
  private readonly newOwner = inject(NewOwner);
  /** Who owns what was given away here, by room. */
  protected readonly owners = signal<ReadonlyMap<string, string>>(new Map());

  protected async give(room: NamedRoom): Promise<void> {
    const changed = await this.newOwner.askFor(room);
    if (changed !== undefined) this.owners.update((owners) => new Map(owners).set(room.id, changed.owner.displayName));
  }
}
