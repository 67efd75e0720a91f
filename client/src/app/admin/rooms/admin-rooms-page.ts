import { Component, computed, effect, inject, untracked } from '@angular/core';
import type { RoomSort } from '#contracts/admin-content.dto.js';
import { t } from '../../language/texts';
import type { Choice } from '../../ui/choice-menu';
import { type Column, DataTable } from '../table/data-table';
import { type KindChip, ListPage } from '../table/list-page';
import { ListWish } from '../table/list-wish';
import { NothingFound } from '../table/nothing-found';
import { refreshOnReturn } from '../table/refresh-on-return';
import { AdminRoomList } from './admin-room-list';
import { AdminRoomRow } from './admin-room-row';
import type { RoomsQuery } from './admin-rooms-api';

const SORTS = ['name', 'active', 'members', 'created'] as const satisfies RoomSort[];
const KINDS = {
  all: {},
  public: { visibility: 'public' },
  private: { visibility: 'private' },
  archived: { state: 'archived' },
} as const satisfies Record<string, RoomsQuery>;
type RoomKind = keyof typeof KINDS;

/** `/admin/rooms`: every room, private ones too, and nothing of what is in them. */
@Component({
  selector: 'app-admin-rooms-page',
  imports: [AdminRoomRow, DataTable, ListPage, NothingFound],
  templateUrl: './admin-rooms-page.html',
  styleUrl: './admin-rooms-page.scss',
})
export class AdminRoomsPage {
  protected readonly t = t;
  protected readonly list = inject(AdminRoomList).list;
  protected readonly wish = new ListWish<RoomKind, RoomSort>(SORTS);

  protected readonly columns: readonly Column[] = [
    { label: 'admin-rooms.room', sort: 'name' },
    { label: 'admin-rooms.owner', kind: 'wide' },
    { label: 'admin-rooms.members', sort: 'members', kind: 'wide numbers' },
    { label: 'admin-rooms.posts', kind: 'wide numbers' },
    { label: 'admin-rooms.size', kind: 'wide numbers' },
    { label: 'admin-rooms.active', sort: 'active', kind: 'wide' },
    { label: 'admin.actions', kind: 'quiet' },
  ];
  protected readonly chips = computed<readonly KindChip<RoomKind>[]>(() => [
    { kind: 'all', label: t('admin.all') },
    { kind: 'public', label: t('admin-rooms.public') },
    { kind: 'private', label: t('admin-rooms.private') },
    { kind: 'archived', label: t('admin-rooms.isArchived') },
  ]);
  protected readonly sorts = computed<readonly Choice<RoomSort>[]>(() =>
    SORTS.map((value) => ({ value, label: t(`admin-rooms.by_${value}`) })),
  );

  constructor() {
    effect(() => {
      const { by, order } = this.wish.sort();
      const query: RoomsQuery = { ...KINDS[this.wish.kind()], q: this.wish.words(), sort: by, order };
      untracked(() => void this.list.look(query));
    });
    refreshOnReturn(() => this.list.refresh());
  }
}
