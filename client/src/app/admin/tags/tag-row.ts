import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t, written } from '../../language/texts';
import { ActionButton } from '../../ui/action-button';
import { Icon } from '../../ui/icon';
import { languageOf } from '../../ui/language';
import { TagActions } from './tag-actions';
import type { KnownTag } from './tags-api';

/** The cells of one tag. */
@Component({
  selector: 'app-tag-row',
  imports: [ActionButton, Icon, RouterLink],
  host: { style: 'display: contents' },
  template: `
    <span role="cell" class="main">
      <span class="tile"><app-icon name="sell" /></span>
      <span class="grow">
        <a
          class="title ellipsis"
          routerLink="/admin/posts"
          [queryParams]="{ tag: tag().name }"
          [attr.lang]="languageOf(tag().name)"
          >{{ tag().name }}</a
        >
      </span>
    </span>
    <span role="cell" class="numbers">{{ written(tag().posts) }}</span>
    <span role="cell" class="menu">
      <app-action-button [label]="t('admin.actionsFor', { name: tag().name })" [actions]="actions.of(tag())" />
    </span>
  `,
  styleUrl: '../table/tile-row.scss',
})
export class TagRow {
  readonly tag = input.required<KnownTag>();
  protected readonly t = t;
  protected readonly written = written;
  protected readonly languageOf = languageOf;
  protected readonly actions = inject(TagActions);
}
