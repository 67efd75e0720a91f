import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';

const SHOWN_MS = 6_000;

/** What a line offers to do, such as Undo. */
export interface NoticeAction {
  label: string;
  run: () => unknown;
}

/** One line at the edge about something that is done, or could not be done. */
@Injectable({ providedIn: 'root' })
export class Notice {
  private readonly snackBar = inject(MatSnackBar);

  say(text: string, action?: NoticeAction): void {
    const shown = this.snackBar.open(text, action?.label, { duration: SHOWN_MS, horizontalPosition: 'start' });
    if (action !== undefined) shown.onAction().subscribe(() => action.run());
  }

  /** Does the work and says why when it is refused; true when it was done. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.say(explain(error as ServerError));
      return false;
    }
  }
}
