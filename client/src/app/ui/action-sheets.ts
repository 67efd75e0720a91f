import { inject, Injectable, Injector } from '@angular/core';
import type { Action } from './action';

/** Menus of a phone: actions in a sheet at the bottom. */
@Injectable({ providedIn: 'root' })
export class ActionSheets {
  private readonly injector = inject(Injector);

  /** Opens a sheet; resolves once it has gone. `label` says what the actions are about. */
  async open(actions: readonly Action[], label: string): Promise<void> {
    const [{ MatBottomSheet }, { ActionSheet }] = await Promise.all([
      import('@angular/material/bottom-sheet'),
      import('./action-sheet'),
    ]);
    const sheet = this.injector.get(MatBottomSheet).open(ActionSheet, { data: actions, ariaLabel: label });
    await new Promise<void>((resolve) => sheet.afterDismissed().subscribe(() => resolve()));
  }
}
