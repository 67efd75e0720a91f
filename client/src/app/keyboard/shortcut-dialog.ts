import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { Icon } from '../ui/icon';
import { ShortcutList } from './shortcut-list';

/** Use `ShortcutHelp` to open it. */
@Component({
  selector: 'app-shortcut-dialog',
  imports: [Icon, MatButtonModule, MatDialogModule, RouterLink, ShortcutList],
  template: `
    <header>
      <h2 id="shortcuts-title">{{ t('keyboard.shortcuts') }}</h2>
      <button matIconButton mat-dialog-close [aria-label]="t('ui.close')"><app-icon name="close" /></button>
    </header>
    <mat-dialog-content tabindex="0"><app-shortcut-list /></mat-dialog-content>
    <mat-dialog-actions>
      <a matButton mat-dialog-close routerLink="/settings/keyboard">{{ t('keyboard.settings') }}</a>
    </mat-dialog-actions>
  `,
  styleUrl: './shortcut-dialog.scss',
})
export class ShortcutDialog {
  protected readonly t = t;
}
