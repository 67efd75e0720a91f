import { Component, computed, effect, inject, untracked } from '@angular/core';
import type { TagSort } from '#contracts/admin-content.dto.js';
import { t } from '../../language/texts';
import type { Choice } from '../../ui/choice-menu';
import { EmptyState } from '../../ui/empty-state';
import { type Column, DataTable } from '../table/data-table';
import { ListPage } from '../table/list-page';
import { ListWish } from '../table/list-wish';
import { NothingFound } from '../table/nothing-found';
import { refreshOnReturn } from '../table/refresh-on-return';
import { TagList } from './tag-list';
import { TagRow } from './tag-row';

const SORTS = ['name', 'posts'] as const satisfies TagSort[];

/** `/admin/tags`: every tag, how many posts carry it, and what may be done with it. */
@Component({
  selector: 'app-tags-page',
  imports: [DataTable, EmptyState, ListPage, NothingFound, TagRow],
  templateUrl: './tags-page.html',
  styleUrl: './tags-page.scss',
})
export class TagsPage {
  protected readonly t = t;
  protected readonly list = inject(TagList).list;
  protected readonly wish = new ListWish<'all', TagSort>(SORTS);

  protected readonly columns: readonly Column[] = [
    { label: 'admin-tags.tag', sort: 'name' },
    { label: 'admin-tags.posts', sort: 'posts', kind: 'numbers' },
    { label: 'admin.actions', kind: 'quiet' },
  ];
  protected readonly sorts = computed<readonly Choice<TagSort>[]>(() =>
    SORTS.map((value) => ({ value, label: t(`admin-tags.by_${value}`) })),
  );

  constructor() {
    effect(() => {
      const { by, order } = this.wish.sort();
      const query = { q: this.wish.words(), sort: by, order };
      untracked(() => void this.list.look(query));
    });
    refreshOnReturn(() => this.list.refresh());
  }
}
