import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon';
import { ShortcutList } from './shortcut-list';

/** Use `ShortcutHelp` to open it. */
@Component({
  selector: 'app-shortcut-dialog',
  imports: [Icon, MatButtonModule, MatDialogModule, RouterLink, ShortcutList],
  template: `
    <header>
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <button matIconButton mat-dialog-close aria-label="Close"><app-icon name="close" /></button>
    </header>
    <mat-dialog-content tabindex="0"><app-shortcut-list /></mat-dialog-content>
    <mat-dialog-actions>
      <a matButton mat-dialog-close routerLink="/settings/keyboard">Keyboard settings</a>
    </mat-dialog-actions>
  `,
  styleUrl: './shortcut-dialog.scss',
})
export class ShortcutDialog {}
