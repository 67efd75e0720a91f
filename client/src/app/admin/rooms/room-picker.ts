import { Component, inject, model } from '@angular/core';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { AdminRoom } from '#contracts/admin-content.dto.js';
import { t } from '../../language/texts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { OnePicker } from '../table/one-picker';
import { AdminRoomsApi } from './admin-rooms-api';

/** What is to be known of a room to ask for what is in it. */
export type PickedRoom = NamedRoom & Pick<AdminRoom, 'visibility' | 'myRole'>;

/** One room of the organisation, private ones too, found by name. */
@Component({
  selector: 'app-room-picker',
  imports: [Avatar, Icon, OnePicker],
  template: `
    <app-one-picker
      [label]="t('admin-rooms.room')"
      [find]="find"
      [nameOf]="nameOf"
      [option]="option"
      [(chosen)]="room"
    />
    <ng-template #option let-one>
      <span class="one">
        <app-avatar shape="room" [id]="one.id" [name]="one.name" [size]="28" />
        <span class="grow ellipsis">{{ one.name }}</span>
        @if (one.visibility === 'private') {
          <app-icon name="lock" /><span class="visually-hidden">{{ t('admin-rooms.private') }}</span>
        }
      </span>
    </ng-template>
  `,
  styleUrl: '../table/picker-option.scss',
})
export class RoomPicker {
  readonly room = model<PickedRoom | null>(null);
  protected readonly t = t;
  private readonly api = inject(AdminRoomsApi);
  protected readonly find = (text: string): Promise<PickedRoom[]> => this.api.find(text);
  protected readonly nameOf = ({ name }: PickedRoom) => name;
}
