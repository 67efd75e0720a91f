import { inject, Injectable } from '@angular/core';
import { LateDialog } from '../ui/late-dialog';

/** Opens the list of the shortcuts. */
@Injectable({ providedIn: 'root' })
export class ShortcutHelp {
  private readonly dialog = inject(LateDialog);

  async open(): Promise<void> {
    await this.dialog.open(async () => (await import('./shortcut-dialog')).ShortcutDialog, {
      width: '760px',
      maxWidth: 'calc(100vw - 32px)',
      panelClass: 'full-on-phone',
      ariaLabelledBy: 'shortcuts-title',
    });
  }
}
