import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { type Spoken, spoken } from '../language/spoken';
import { t } from '../language/texts';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export interface Question {
  icon: IconName;
  title: string;
  text: string;
  /** The button that does it, named after what it does. */
  action: string;
}

/** Use `Confirm` to ask. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [Icon, MatButtonModule, MatDialogModule],
  template: `
    <header>
      <span class="tile"><app-icon [name]="question().icon" /></span>
      <h2 mat-dialog-title>{{ question().title }}</h2>
    </header>
    <mat-dialog-content>{{ question().text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close cdkFocusInitial>{{ t('ui.cancel') }}</button>
      <button matButton="filled" class="danger" [mat-dialog-close]="true">{{ question().action }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: './confirm-dialog.scss',
})
export class ConfirmDialog {
  protected readonly t = t;
  private readonly asked = inject<Spoken<Question>>(MAT_DIALOG_DATA);
  protected readonly question = computed(() => spoken(this.asked));
}
