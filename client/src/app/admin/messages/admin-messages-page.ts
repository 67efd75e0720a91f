import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { MessageState } from '#contracts/message.dto.js';
import type { User } from '#contracts/user.dto.js';
import { t } from '../../language/texts';
import { EmptyState } from '../../ui/empty-state';
import { ClosedRoom, isClosed } from '../rooms/closed-room';
import { type PickedRoom, RoomPicker } from '../rooms/room-picker';
import { type Column, DataTable } from '../table/data-table';
import { DayBox } from '../table/day-box';
import { dayAfter, startOfDay } from '../table/days';
import { type KindChip, ListPage } from '../table/list-page';
import { ListWish } from '../table/list-wish';
import { NothingFound } from '../table/nothing-found';
import { PersonPicker } from '../table/person-picker';
import { refreshOnReturn } from '../table/refresh-on-return';
import { AdminMessageList } from './admin-message-list';
import { AdminMessageRow } from './admin-message-row';
import type { MessagesQuery } from './admin-messages-api';

/** `/admin/messages`: messages of public rooms and of the admin's own, the newest first. */
@Component({
  selector: 'app-admin-messages-page',
  imports: [
    AdminMessageRow,
    ClosedRoom,
    DataTable,
    DayBox,
    EmptyState,
    ListPage,
    NothingFound,
    PersonPicker,
    RoomPicker,
  ],
  templateUrl: './admin-messages-page.html',
  styleUrl: './admin-messages-page.scss',
})
export class AdminMessagesPage {
  protected readonly t = t;
  protected readonly isClosed = isClosed;
  protected readonly list = inject(AdminMessageList).list;
  protected readonly wish = new ListWish<MessageState, 'sent'>(['sent']);
  protected readonly inRoom = signal<PickedRoom | null>(null);
  protected readonly byAuthor = signal<User | null>(null);
  /** Days, as the boxes have them; the last one counts whole. */
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly isFiltered = computed(
    () => this.inRoom() !== null || this.byAuthor() !== null || this.from() !== '' || this.to() !== '',
  );

  protected readonly columns: readonly Column[] = [
    { label: 'admin-messages.message' },
    { label: 'admin-messages.where', kind: 'wide' },
    { label: 'admin-messages.files', kind: 'wide numbers' },
    { label: 'admin-messages.sent', kind: 'wide' },
    { label: 'admin.actions', kind: 'quiet' },
  ];
  protected readonly chips = computed<readonly KindChip<MessageState | 'all'>[]>(() => [
    { kind: 'all', label: t('admin.all') },
    { kind: 'live', label: t('admin-messages.isLive') },
    { kind: 'recalled', label: t('admin-messages.isRecalled') },
    { kind: 'removed', label: t('admin-messages.isRemoved') },
  ]);

  constructor() {
    effect(() => {
      if (isClosed(this.inRoom())) return;
      const kind = this.wish.kind();
      const query: MessagesQuery = {
        q: this.wish.words(),
        roomId: this.inRoom()?.id,
        authorId: this.byAuthor()?.id,
        state: kind === 'all' ? undefined : kind,
        from: startOfDay(this.from()),
        to: dayAfter(this.to()),
      };
      untracked(() => void this.list.look(query));
    });
    refreshOnReturn(() => this.list.refresh());
  }

  protected showAll(): void {
    this.wish.showAll();
    this.inRoom.set(null);
    this.byAuthor.set(null);
    this.from.set('');
    this.to.set('');
  }
}
