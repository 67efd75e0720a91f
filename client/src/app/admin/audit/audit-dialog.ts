import { Component, computed, inject, resource } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { AuditEntry } from '#contracts/audit.dto.js';
import { t } from '../../language/texts';
import { RoomsApi } from '../../rooms/rooms-api';
import { dateAndTime } from '../table/date-and-time';
import { detailsOf, roomsOf } from './audit-details';
import { deedOf } from './audit-words';

/** All that is known of one entry. */
@Component({
  selector: 'app-audit-dialog',
  imports: [MatButtonModule, MatDialogModule],
  template: `
    <h2 mat-dialog-title id="audit-title">{{ title() }}</h2>
    <mat-dialog-content>
      <dl>
        @for (line of lines(); track line.name) {
          <dt>{{ line.name }}</dt>
          <dd>{{ line.value }}</dd>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" mat-dialog-close cdkFocusInitial>{{ t('ui.close') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(90px, auto) minmax(0, 1fr);
      gap: 8px 16px;
      margin: 0;
    }
    dt {
      color: var(--app-faint);
    }
    dd {
      margin: 0;
      color: var(--mat-sys-on-surface);
      overflow-wrap: anywhere;
    }
  `,
})
export class AuditDialog {
  protected readonly t = t;
  private readonly entry = inject<AuditEntry>(MAT_DIALOG_DATA);
  private readonly api = inject(RoomsApi);
  private readonly rooms = resource({
    defaultValue: new Map<string, string>(),
    loader: () => this.namesOf(roomsOf(this.entry)),
  });
  protected readonly title = computed(() =>
    [this.entry.actor.name, ...deedOf(this.entry).map(({ text }) => text)].join(' ').replaceAll(/\s+/gu, ' '),
  );
  protected readonly lines = computed(() => {
    const { at, ip, target } = this.entry;
    return [
      { name: t('admin-audit.when'), value: dateAndTime(at) },
      { name: t('admin-audit.from'), value: ip ?? t('admin-audit.noAddress') },
      ...(target.id === undefined ? [] : [{ name: t('admin-audit.targetId'), value: target.id }]),
      ...detailsOf(this.entry, this.rooms.value()),
    ];
  });

  /** Of those that there still are, and that the admin may see. */
  private async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rooms = await Promise.all(ids.map((id) => this.api.one(id).catch(() => undefined)));
    return new Map(rooms.flatMap((room) => (room === undefined ? [] : [[room.id, room.name]])));
  }
}
