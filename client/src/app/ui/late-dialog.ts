import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injectable } from '@angular/core';
import { MatDialog, type MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

/** Opens dialogs whose program comes when they are asked for. Until it is there, whoever asks again gets no second one. */
@Injectable({ providedIn: 'root' })
export class LateDialog {
  private readonly dialog = inject(MatDialog);
  private isComing = false;

  /**
   * Resolves to what the dialog was closed with; undefined when it was left, or another was still on its way.
   * @throws TypeError its program cannot be had
   */
  async open<Result>(
    fetch: () => Promise<ComponentType<unknown>>,
    config: MatDialogConfig<unknown>,
  ): Promise<Result | undefined> {
    if (this.isComing) return undefined;
    this.isComing = true;
    let component: ComponentType<unknown>;
    try {
      component = await fetch();
    } finally {
      this.isComing = false;
    }
    const opened = this.dialog.open<unknown, unknown, Result | ''>(component, config);
    // A button that only closes gives an empty text.
    return (await firstValueFrom(opened.afterClosed())) || undefined;
  }
}
