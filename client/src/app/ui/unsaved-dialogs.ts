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

/** What may close a dialog. */
const ENDS = ['keydown', 'click', 'popstate'] as const;

/** The dialogs that hold what was not saved: whichever way one is left, it is asked about first. */
@Injectable({ providedIn: 'root' })
export class UnsavedDialogs {
  private readonly confirm = inject(Confirm);
  private readonly guarded = new Map<Opened, () => boolean>();

  constructor() {
    inject(MatDialog).afterOpened.subscribe((dialog) => this.follow(dialog));
    // Before whoever would close one hears of it.
    for (const end of ENDS) addEventListener(end, () => this.bar(), { capture: true });
    addEventListener('beforeunload', (event) => {
      if (this.holding().length > 0) event.preventDefault();
    });
  }

  /** Asks before a dialog is left while it holds something. @returns what ends that */
  guard(dialog: Opened, isUnsaved: () => boolean): () => void {
    this.guarded.set(dialog, isUnsaved);
    return () => {
      this.guarded.delete(dialog);
      dialog.disableClose = false;
    };
  }

  isHolding(dialog: Opened): boolean {
    return this.guarded.get(dialog)?.() ?? false;
  }

  /** Closes a dialog; false when the reader would rather stay. */
  async leave(dialog: Opened): Promise<boolean> {
    if (this.isHolding(dialog) && !(await this.ask())) return false;
    // It may have been saved meanwhile, which closed it.
    if (dialog.getState() === MatDialogState.OPEN) dialog.close();
    return true;
  }

  /** The same of all that hold something, the latest first. */
  async leaveAll(): Promise<boolean> {
    for (const dialog of this.holding().reverse()) if (!(await this.leave(dialog))) return false;
    return true;
  }

  private follow(dialog: Opened): void {
    const escape = dialog.keydownEvents().pipe(filter((event) => event.key === 'Escape' && !hasModifierKey(event)));
    merge(dialog.backdropClick(), escape)
      .pipe(filter(() => this.isHolding(dialog)))
      .subscribe((event) => {
        event.preventDefault();
        void this.leave(dialog);
      });
  }

  private bar(): void {
    for (const dialog of this.guarded.keys()) dialog.disableClose = this.isHolding(dialog);
  }

  private holding(): Opened[] {
    return [...this.guarded.keys()].filter((dialog) => this.isHolding(dialog));
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
