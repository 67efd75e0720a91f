import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { BulkAction } from '#contracts/admin.dto.js';
import { t } from '../../language/texts';
import { ServerError } from '../../realtime/server-error';
import { explain } from '../../sign-in/field-errors';
import { Avatar } from '../../ui/avatar';
import { PersonName } from '../../ui/person-name';
import type { PersonResult } from './person-result';

/** Of whom what was asked for was not done, and why. */
@Component({
  selector: 'app-bulk-report-dialog',
  imports: [Avatar, MatButtonModule, MatDialogModule, PersonName],
  template: `
    <h2 mat-dialog-title id="bulk-report-title">{{ t('admin-people.notAllDone', { count: failed.length }) }}</h2>
    <mat-dialog-content>
      @if (doneCount > 0) {
        <p>{{ done() }}</p>
      }
      <ul [attr.aria-label]="t('admin-people.notDone')">
        @for (result of failed; track result.id) {
          <li>
            <app-avatar
              [id]="result.id"
              [name]="result.person.displayName"
              [imageUrl]="result.person.imageUrl"
              [size]="32"
            />
            <span class="grow">
              <b><app-person-name [name]="result.person.displayName" /></b>
              <small>{{ reasonOf(result) }}</small>
            </span>
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" mat-dialog-close cdkFocusInitial>{{ t('ui.close') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../table/dialog-list.scss',
})
export class BulkReportDialog {
  protected readonly t = t;
  private readonly data = inject<{ action: BulkAction; results: readonly PersonResult[] }>(MAT_DIALOG_DATA);
  protected readonly failed = this.data.results.filter(({ isDone }) => !isDone);
  protected readonly doneCount = this.data.results.length - this.failed.length;

  protected done(): string {
    return t(`admin-people.done_${this.data.action}`, { count: this.doneCount });
  }

  protected reasonOf({ code, message }: PersonResult): string {
    const key = code ?? 'internal_error';
    return key === 'forbidden' ? t('admin-people.forbidden') : explain(new ServerError(key, message ?? ''));
  }
}
