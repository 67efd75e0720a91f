import { Dialog } from '@angular/cdk/dialog';
import { effect, inject, Injectable } from '@angular/core';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';
import { FrameStore } from './frame-store';
import { closeOnBack } from './ui/close-on-back';
import { UnsavedDialogs } from './ui/unsaved-dialogs';
import { Viewport } from './ui/viewport';

/** On a phone the way back first closes what lies over the page: a card, a dialog, the details. */
@Injectable()
export class BackGesture {
  private readonly unsaved = inject(UnsavedDialogs);

  constructor() {
    const [frame, viewport] = [inject(FrameStore), inject(Viewport)];
    inject(Dialog).afterOpened.subscribe((card) => {
      // Material's dialogs are closed by Material alone.
      if (!viewport.isCompact() || card.disableClose === true) return;
      card.closed.subscribe(closeOnBack(() => card.close()));
    });
    inject(MatDialog).afterOpened.subscribe((dialog) => {
      if (viewport.isCompact() && dialog.disableClose !== true) this.leaveOnBack(dialog);
    });
    effect((onCleanup) => {
      if (viewport.isCompact() && frame.isInfoOpen()) onCleanup(closeOnBack(() => frame.setInfo(false)));
    });
  }

  /** Who would rather stay may go back again later. */
  private leaveOnBack(dialog: MatDialogRef<unknown, unknown>): void {
    const leave = async () => {
      if (!(await this.unsaved.leave(dialog))) this.leaveOnBack(dialog);
    };
    dialog.afterClosed().subscribe(closeOnBack(() => void leave()));
  }
}
