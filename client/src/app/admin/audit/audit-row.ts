import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { AuditEntry } from '#contracts/audit.dto.js';
import { t } from '../../language/texts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { LateDialog } from '../../ui/late-dialog';
import { ShortTimePipe } from '../../ui/short-time';
import { dateAndTime } from '../table/date-and-time';
import { deedOf } from './audit-words';

/** The cells of one entry: who did what to whom, from where and when. */
@Component({
  selector: 'app-audit-row',
  imports: [Avatar, Icon, MatButtonModule, MatTooltipModule, ShortTimePipe],
  host: { style: 'display: contents' },
  template: `
    <span role="cell" class="main">
      @if (entry().actor.id; as id) {
        <app-avatar [id]="id" [name]="entry().actor.name" [size]="28" />
      } @else {
        <span class="machine"><app-icon name="settings" /></span>
      }
      <span class="grow sentence">
        <b>{{ entry().actor.name }}</b>
        @for (part of deed(); track $index) {
          @if (part.name) {
            <b>{{ part.text }}</b>
          } @else {
            <span>{{ part.text }}</span>
          }
        }
      </span>
    </span>
    <span role="cell" class="wide ip">{{ entry().ip }}</span>
    <span role="cell" class="quiet time">
      <time [attr.datetime]="entry().at" [matTooltip]="dateAndTime(entry().at)">{{ entry().at | shortTime }}</time>
    </span>
    <span role="cell" class="menu">
      <button
        matIconButton
        type="button"
        [attr.aria-label]="t('admin-audit.details')"
        [matTooltip]="t('admin-audit.details')"
        (click)="showDetails()"
      >
        <app-icon name="info" />
      </button>
    </span>
  `,
  styleUrl: './audit-row.scss',
})
export class AuditRow {
  readonly entry = input.required<AuditEntry>();
  protected readonly t = t;
  protected readonly dateAndTime = dateAndTime;
  private readonly dialog = inject(LateDialog);
  protected readonly deed = computed(() => deedOf(this.entry()));

  protected async showDetails(): Promise<void> {
    await this.dialog.open(async () => (await import('./audit-dialog')).AuditDialog, {
      data: this.entry(),
      width: '560px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      ariaLabelledBy: 'audit-title',
    });
  }
}
