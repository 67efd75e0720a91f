import { inject, Injectable } from '@angular/core';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { User } from '#contracts/user.dto.js';
import { LateDialog } from '../../ui/late-dialog';
import { DIALOG_LOOK } from '../table/dialog-look';

/** Rooms that somebody leaves behind. */
@Injectable({ providedIn: 'root' })
export class OwnedRooms {
  private readonly dialog = inject(LateDialog);

  /** Names the rooms that somebody still owns, and offers to give them to others. */
  async show(person: User, rooms: readonly NamedRoom[]): Promise<void> {
    await this.dialog.open(async () => (await import('./owned-rooms-dialog')).OwnedRoomsDialog, {
      ...DIALOG_LOOK,
      data: { person, rooms },
      ariaLabelledBy: 'owned-rooms-title',
    });
  }
}
