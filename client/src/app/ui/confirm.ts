import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { Question } from './confirm-dialog';

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    const { ConfirmDialog } = await import('./confirm-dialog');
    const opened = this.dialog.open<unknown, Question, boolean>(ConfirmDialog, {
      data: question,
      width: '480px',
      role: 'alertdialog',
    });
    return (await firstValueFrom(opened.afterClosed())) === true;
  }
}
