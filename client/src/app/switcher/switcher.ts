import { inject, Injectable } from '@angular/core';
import { t } from '../language/texts';
import { LateDialog } from '../ui/late-dialog';
import type { SwitcherEntry } from './switcher-entry';

/** Opens the quick switcher, and does what was chosen in it. */
@Injectable({ providedIn: 'root' })
export class Switcher {
  private readonly dialog = inject(LateDialog);

  async open(): Promise<void> {
    const entry = await this.dialog.open<SwitcherEntry>(
      async () => (await import('./switcher-dialog')).SwitcherDialog,
      {
        width: '640px',
        maxWidth: 'calc(100vw - 32px)',
        panelClass: ['switcher', 'full-on-phone'],
        autoFocus: false,
        ariaLabel: t('switcher.title'),
      },
    );
    entry?.run();
  }
}
