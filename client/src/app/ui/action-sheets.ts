import { inject, Injectable, Injector } from '@angular/core';
import type { Spoken } from '../language/spoken';
import type { Action } from './action';
import { closeOnBack } from './close-on-back';

/** Menus of a phone: actions in a sheet at the bottom, which the way back closes. */
@Injectable({ providedIn: 'root' })
export class ActionSheets {
  private readonly injector = inject(Injector);

  /** Opens a sheet; resolves once it has gone. `label` says what the actions are about, which may change while it is open. */
  async open(actions: Spoken<readonly Action[]>, label: string): Promise<void> {
    const [{ MatBottomSheet }, { ActionSheet }] = await Promise.all([
      import('@angular/material/bottom-sheet'),
      import('./action-sheet'),
    ]);
    const sheet = this.injector.get(MatBottomSheet).open(ActionSheet, { data: actions, ariaLabel: label });
    const stop = closeOnBack(() => sheet.dismiss());
    await new Promise<void>((resolve) => sheet.afterDismissed().subscribe(() => resolve()));
    stop();
  }
}
