import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** Opens the list of the shortcuts. */
@Injectable({ providedIn: 'root' })
export class ShortcutHelp {
  private readonly dialog = inject(MatDialog);

  async open(): Promise<void> {
    const { ShortcutDialog } = await import('./shortcut-dialog');
    this.dialog.open(ShortcutDialog, {
      width: '760px',
      maxWidth: 'calc(100vw - 32px)',
      panelClass: 'full-on-phone',
      ariaLabelledBy: 'shortcuts-title',
    });
  }
}
