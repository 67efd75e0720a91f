import { Location } from '@angular/common';
import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injectable } from '@angular/core';
import { MatDialog, type MatDialogConfig, type MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

/**
 * Opens dialogs whose program comes when they are asked for. Until it is there, whoever asks again gets no second one.
 * The browser's Back closes what may simply be closed.
 */
@Injectable({ providedIn: 'root' })
export class LateDialog {
  private readonly dialog = inject(MatDialog);
  private readonly location = inject(Location);
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
    const left = new AbortController();
    let opened: MatDialogRef<unknown, Result | ''> | undefined;
    const back = this.location.subscribe(() => {
      left.abort();
      if (opened?.disableClose !== true) opened?.close();
    });
    try {
      const component = await this.whenHere(fetch);
      // Whoever went back meanwhile is elsewhere by now.
      if (left.signal.aborted) return undefined;
      opened = this.dialog.open(component, { ...config, closeOnNavigation: false });
      // A button that only closes gives an empty text.
      return (await firstValueFrom(opened.afterClosed())) || undefined;
    } finally {
      back.unsubscribe();
    }
  }

  private async whenHere(fetch: () => Promise<ComponentType<unknown>>): Promise<ComponentType<unknown>> {
    this.isComing = true;
    try {
      return await fetch();
    } finally {
      this.isComing = false;
    }
  }
}
