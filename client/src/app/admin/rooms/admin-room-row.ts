import { Component, computed, inject, input } from '@angular/core';
import type { AdminRoom } from '#contracts/admin-content.dto.js';
import { fileSize } from '../../attachments/file-size';
import { t, written } from '../../language/texts';
import { ActionButton } from '../../ui/action-button';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { PersonName } from '../../ui/person-name';
import { ShortTimePipe } from '../../ui/short-time';
import { StatusChip } from '../table/status-chip';
import { AdminRoomActions } from './admin-room-actions';

/** The cells of one room. */
@Component({
  selector: 'app-admin-room-row',
  imports: [ActionButton, Avatar, Icon, PersonName, ShortTimePipe, StatusChip],
  host: { style: 'display: contents' },
  template: `
    <span role="cell" class="main">
      <app-avatar shape="room" [id]="room().id" [name]="room().name" [size]="32" />
      <span class="grow">
        <span class="title ellipsis">{{ room().name }}</span>
        <small class="ellipsis">
          @if (room().visibility === 'private') {
            <app-icon name="lock" />{{ t('admin-rooms.private') }} ·
          }
          {{ address() }}
        </small>
      </span>
      @if (room().archivedAt) {
        <app-status-chip tone="neutral" icon="archive" [text]="t('admin-rooms.isArchived')" />
      }
    </span>
    <span role="cell" class="wide owner">
      <span class="ellipsis"><app-person-name [name]="room().owner.displayName" /></span>
      @if (room().owner.status === 'deactivated') {
        <app-status-chip tone="warning" icon="do_not_disturb_on" [text]="t('admin-people.deactivated')" />
      }
    </span>
    <span role="cell" class="wide numbers">{{ written(room().memberCount) }}</span>
    <span role="cell" class="wide numbers">{{ written(room().postCount) }}</span>
    <span role="cell" class="wide numbers">{{ fileSize(room().fileBytes) }}</span>
    <span role="cell" class="wide quiet">
      <time [attr.datetime]="room().activeAt">{{ room().activeAt | shortTime }}</time>
    </span>
    <span role="cell" class="menu">
      <app-action-button [label]="t('admin.actionsFor', { name: room().name })" [actions]="actions.of(room())" />
    </span>
  `,
  styleUrl: './admin-room-row.scss',
})
export class AdminRoomRow {
  readonly room = input.required<AdminRoom>();
  protected readonly t = t;
  protected readonly written = written;
  protected readonly fileSize = fileSize;
  protected readonly address = computed(() => `/r/${this.room().slug}`);
  protected readonly actions = inject(AdminRoomActions);
}
