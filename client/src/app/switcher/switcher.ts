import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { SwitcherEntry } from './switcher-entry';

/** Opens the quick switcher, and does what was chosen in it. */
@Injectable({ providedIn: 'root' })
export class Switcher {
  private readonly dialog = inject(MatDialog);

  async open(): Promise<void> {
    const { SwitcherDialog } = await import('./switcher-dialog');
    this.dialog
      .open<unknown, never, SwitcherEntry>(SwitcherDialog, {
        width: '640px',
        maxWidth: 'calc(100vw - 32px)',
        panelClass: ['switcher', 'full-on-phone'],
        autoFocus: false,
        ariaLabel: 'Quick switcher',
      })
      .afterClosed()
      .subscribe((entry) => entry?.run());
  }
}
