import { inject, Injectable } from '@angular/core';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { AdminRoom } from '#contracts/admin-content.dto.js';
import { LateDialog } from '../../ui/late-dialog';
import { DIALOG_LOOK } from '../table/dialog-look';

/** Who is to own a room. */
@Injectable({ providedIn: 'root' })
export class NewOwner {
  private readonly dialog = inject(LateDialog);

  /** Asks; the room as it is then, undefined when nothing was changed. */
  async askFor(room: NamedRoom): Promise<AdminRoom | undefined> {
    return this.dialog.open<AdminRoom>(async () => (await import('./new-owner-dialog')).NewOwnerDialog, {
      ...DIALOG_LOOK,
      data: room,
      ariaLabelledBy: 'new-owner-title',
    });
  }
}
