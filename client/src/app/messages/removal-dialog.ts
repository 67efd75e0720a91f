import { inject, Injectable } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { LateDialog } from '../ui/late-dialog';
import type { RemovalQuestion } from './remove-dialog';

/** Asks why somebody's message is to be removed. */
@Injectable({ providedIn: 'root' })
export class RemovalDialog {
  private readonly dialog = inject(LateDialog);

  /** @param remove does it, with the reason; the message as it is then, undefined when it was left */
  ask(authorName: string, remove: RemovalQuestion['remove']): Promise<Message | undefined> {
    return this.dialog.open<Message>(async () => (await import('./remove-dialog')).RemoveDialog, {
      data: { authorName, remove } satisfies RemovalQuestion,
      width: '480px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'remove-title',
    });
  }
}
