import { hasModifierKey } from '@angular/cdk/keycodes';
import { inject, Injectable } from '@angular/core';
import { MatDialog, type MatDialogRef, MatDialogState } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { filter, merge } from 'rxjs';
import { t } from '../language/texts';
import { Confirm } from './confirm';

/** The browser's own ways out of a page: what lies over it is left with it. */
export const asksOverPage = (): boolean | Promise<boolean> =>
  inject(Router).currentNavigation()?.trigger !== 'popstate' || inject(UnsavedDialogs).leaveAll();

type Opened = MatDialogRef<unknown, unknown>;

/** The dialogs that hold what was not saved: whichever way one is left, it is asked about first. */
@Injectable({ providedIn: 'root' })
export class UnsavedDialogs {
  private readonly confirm = inject(Confirm);
  private readonly holding = new Set<Opened>();

  constructor() {
    inject(MatDialog).afterOpened.subscribe((dialog) => this.follow(dialog));
    addEventListener('beforeunload', (event) => {
      if (this.holding.size > 0) event.preventDefault();
    });
  }

  /** Says whether a dialog holds something by now. */
  hold(dialog: Opened, isUnsaved: boolean): void {
    // Else Esc and what lies beside close it.
    dialog.disableClose = isUnsaved;
    if (isUnsaved) this.holding.add(dialog);
    else this.holding.delete(dialog);
  }

  /** Closes a dialog; false when the reader would rather stay. */
  async leave(dialog: Opened): Promise<boolean> {
    if (this.holding.has(dialog) && !(await this.ask())) return false;
    // It may have been saved meanwhile, which closed it.
    if (dialog.getState() === MatDialogState.OPEN) dialog.close();
    return true;
  }

  /** The same of all that hold something, the latest first. */
  async leaveAll(): Promise<boolean> {
    for (const dialog of [...this.holding].reverse()) if (!(await this.leave(dialog))) return false;
    return true;
  }

  private follow(dialog: Opened): void {
    const escape = dialog.keydownEvents().pipe(filter((event) => event.key === 'Escape' && !hasModifierKey(event)));
    merge(dialog.backdropClick(), escape)
      .pipe(filter(() => this.holding.has(dialog)))
      .subscribe((event) => {
        event.preventDefault();
        void this.leave(dialog);
      });
    dialog.afterClosed().subscribe(() => this.holding.delete(dialog));
  }

  private ask(): Promise<boolean> {
    return this.confirm.ask(() => ({
      icon: 'edit',
      title: t('ui.closeAsk'),
      text: t('ui.closeText'),
      action: t('ui.discard'),
    }));
  }
}
