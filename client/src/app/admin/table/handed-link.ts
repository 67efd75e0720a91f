import { inject, Injectable } from '@angular/core';
import { LateDialog } from '../../ui/late-dialog';
import { DIALOG_LOOK } from './dialog-look';
import type { LinkToHandOver } from './link-dialog';

/** Links that an admin hands on. */
@Injectable({ providedIn: 'root' })
export class HandedLink {
  private readonly dialog = inject(LateDialog);

  /** Shows one, to be copied; resolves once it was closed. */
  async show(link: LinkToHandOver): Promise<void> {
    await this.dialog.open(async () => (await import('./link-dialog')).LinkDialog, {
      ...DIALOG_LOOK,
      data: link,
      ariaLabelledBy: 'link-title',
    });
  }
}
