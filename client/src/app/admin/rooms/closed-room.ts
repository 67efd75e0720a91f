import { Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../../language/texts';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { AdminRoomActions } from './admin-room-actions';
import type { PickedRoom } from './room-picker';

/** What is in this room only its members see, of whom the admin is none. */
export function isClosed(room: PickedRoom | null): room is PickedRoom {
  return room?.visibility === 'private' && room.myRole === null;
}

/** In place of what is in a private room: why it is not shown, and the way to it. */
@Component({
  selector: 'app-closed-room',
  imports: [EmptyState, Icon, MatButtonModule],
  template: `
    <app-empty-state
      icon="lock"
      tone="neutral"
      [heading]="t('admin-rooms.closed', { name: room().name })"
      [text]="t('admin-rooms.closedText')"
    >
      <button matButton="tonal" (click)="join()"><app-icon name="login" />{{ t('admin-rooms.join') }}</button>
    </app-empty-state>
  `,
})
export class ClosedRoom {
  readonly room = input.required<PickedRoom>();
  readonly joined = output<PickedRoom>();
  protected readonly t = t;
  private readonly actions = inject(AdminRoomActions);

  protected async join(): Promise<void> {
    const room = await this.actions.join(this.room());
    if (room !== undefined) this.joined.emit(room);
  }
}
