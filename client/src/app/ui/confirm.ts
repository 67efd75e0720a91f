import { inject, Injectable } from '@angular/core';
import type { Spoken } from '../language/spoken';
import type { Question } from './confirm-dialog';
import { LateDialog } from './late-dialog';

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(LateDialog);

  async ask(question: Spoken<Question>): Promise<boolean> {
    const fetch = async () => (await import('./confirm-dialog')).ConfirmDialog;
    const answer = await this.dialog.open<boolean>(fetch, { data: question, width: '480px', role: 'alertdialog' });
    return answer === true;
  }
}
