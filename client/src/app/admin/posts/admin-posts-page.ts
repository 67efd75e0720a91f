import { Component, computed, effect, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { PostSort } from '#contracts/admin-content.dto.js';
import type { PostState } from '#contracts/post.dto.js';
import type { User } from '#contracts/user.dto.js';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { RoomsApi } from '../../rooms/rooms-api';
import { explain } from '../../sign-in/field-errors';
import type { Choice } from '../../ui/choice-menu';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { ClosedRoom, isClosed } from '../rooms/closed-room';
import { type PickedRoom, RoomPicker } from '../rooms/room-picker';
import { type Column, DataTable } from '../table/data-table';
import { type KindChip, ListPage } from '../table/list-page';
import { ListWish } from '../table/list-wish';
import { NothingFound } from '../table/nothing-found';
import { PersonPicker } from '../table/person-picker';
import { refreshOnReturn } from '../table/refresh-on-return';
import { TagPicker } from '../tags/tag-picker';
import type { KnownTag } from '../tags/tags-api';
import { AdminPostList } from './admin-post-list';
import { AdminPostRow } from './admin-post-row';

const SORTS = ['active', 'title', 'created'] as const satisfies PostSort[];

/** `/admin/posts`: posts of public rooms and of the admin's own; `?room=` and `?tag=` narrow it at first. */
@Component({
  selector: 'app-admin-posts-page',
  imports: [
    AdminPostRow,
    ClosedRoom,
    DataTable,
    EmptyState,
    Icon,
    ListPage,
    MatButtonModule,
    NothingFound,
    PersonPicker,
    RoomPicker,
    TagPicker,
  ],
  templateUrl: './admin-posts-page.html',
  styleUrl: './admin-posts-page.scss',
})
export class AdminPostsPage {
  /** As the address has them: an id or slug, a name. */
  readonly room = input<string>();
  readonly tag = input<string>();

  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly isClosed = isClosed;
  private readonly rooms = inject(RoomsApi);
  protected readonly list = inject(AdminPostList).list;
  protected readonly wish = new ListWish<PostState, PostSort>(SORTS);
  protected readonly namedRoom = resource({
    params: () => this.room(),
    loader: ({ params }) => this.rooms.one(params),
  });
  protected readonly inRoom = linkedSignal<PickedRoom | null>(() =>
    this.namedRoom.hasValue() ? this.namedRoom.value() : null,
  );
  /** Why the room that the address names did not come, until one asks for another or for all. */
  protected readonly problem = linkedSignal(() => this.namedRoom.error() as ServerError | undefined);
  protected readonly withTag = linkedSignal<KnownTag | null>(() => {
    const name = this.tag();
    return name === undefined ? null : { id: name, name, posts: 0 };
  });
  protected readonly byAuthor = signal<User | null>(null);
  protected readonly isFiltered = computed(
    () => this.inRoom() !== null || this.withTag() !== null || this.byAuthor() !== null,
  );

  protected readonly columns: readonly Column[] = [
    { label: 'admin-posts.post', sort: 'title' },
    { label: 'admin-rooms.room', kind: 'wide' },
    { label: 'admin-posts.author', kind: 'wide' },
    { label: 'admin-posts.messages', kind: 'wide numbers' },
    { label: 'admin-rooms.active', sort: 'active', kind: 'wide' },
    { label: 'admin.actions', kind: 'quiet' },
  ];
  protected readonly chips = computed<readonly KindChip<PostState | 'all'>[]>(() => [
    { kind: 'all', label: t('admin.all') },
    { kind: 'active', label: t('admin-posts.isActive') },
    { kind: 'resolved', label: t('posts.resolved') },
  ]);
  protected readonly sorts = computed<readonly Choice<PostSort>[]>(() =>
    SORTS.map((value) => ({ value, label: t(`admin-posts.by_${value}`) })),
  );

  constructor() {
    effect(() => {
      // What the address names is asked for first.
      if (this.namedRoom.isLoading() || this.problem() !== undefined || isClosed(this.inRoom())) return;
      const { by, order } = this.wish.sort();
      const [kind, q, roomId] = [this.wish.kind(), this.wish.words(), this.inRoom()?.id];
      const narrowed = { q, roomId, tag: this.withTag()?.name, authorId: this.byAuthor()?.id };
      const query = { ...narrowed, state: kind === 'all' ? undefined : kind, sort: by, order };
      untracked(() => void this.list.look(query));
    });
    refreshOnReturn(() => this.list.refresh());
  }

  protected pick(room: PickedRoom | null): void {
    this.problem.set(undefined);
    this.inRoom.set(room);
  }

  protected showAll(): void {
    this.wish.showAll();
    this.pick(null);
    this.withTag.set(null);
    this.byAuthor.set(null);
  }
}
