import { inject, Injectable } from '@angular/core';
import type { Spoken } from '../language/spoken';
import { LateDialog } from './late-dialog';
import type { TypedQuestion } from './typed-confirm-dialog';

/** Asks before something with much in it goes for good: what goes is said, and its name is to be typed. */
@Injectable({ providedIn: 'root' })
export class TypedConfirm {
  private readonly dialog = inject(LateDialog);

  /** True once it was done. */
  async ask(question: Spoken<TypedQuestion>): Promise<boolean> {
    const fetch = async () => (await import('./typed-confirm-dialog')).TypedConfirmDialog;
    const answer = await this.dialog.open<boolean>(fetch, {
      data: question,
      width: '480px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      role: 'alertdialog',
      autoFocus: false,
      ariaLabelledBy: 'typed-confirm-title',
      ariaDescribedBy: 'typed-confirm-goes',
    });
    return answer === true;
  }
}
