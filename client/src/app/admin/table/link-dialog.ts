import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { t } from '../../language/texts';
import { Icon } from '../../ui/icon';

/** What is said of a link, and the link. */
export interface LinkToHandOver {
  url: string;
  heading: string;
  /** For whom it is, and until when it works. */
  text: string;
}

/** A link that is shown only now. Use `HandedLink` to show it. */
@Component({
  selector: 'app-link-dialog',
  imports: [Icon, MatButtonModule, MatDialogModule, MatFormFieldModule, MatInputModule],
  template: `
    <h2 mat-dialog-title id="link-title">{{ link.heading }}</h2>
    <mat-dialog-content>
      <p>{{ link.text }}</p>
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('admin.link') }}</mat-label>
        <input matInput readonly cdkFocusInitial [value]="link.url" #box (focus)="box.select()" />
      </mat-form-field>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <span class="grow" role="status">{{ isCopied() ? t('admin.linkCopied') : '' }}</span>
      <button matButton mat-dialog-close>{{ t('ui.close') }}</button>
      <button matButton="filled" (click)="copy()"><app-icon name="content_copy" />{{ t('admin.copyLink') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-form-field {
      width: 100%;
      margin-top: 16px;
    }
    mat-dialog-actions {
      gap: 8px;
    }
  `,
})
export class LinkDialog {
  protected readonly t = t;
  protected readonly link = inject<LinkToHandOver>(MAT_DIALOG_DATA);
  protected readonly isCopied = signal(false);
  private readonly clipboard = inject(Clipboard);

  protected copy(): void {
    this.isCopied.set(this.clipboard.copy(this.link.url));
  }
}
