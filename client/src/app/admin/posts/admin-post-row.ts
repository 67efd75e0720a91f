import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AdminPost } from '#contracts/admin-content.dto.js';
import { t, written } from '../../language/texts';
import { ActionButton } from '../../ui/action-button';
import { Icon } from '../../ui/icon';
import { languageOf } from '../../ui/language';
import { PersonName } from '../../ui/person-name';
import { ShortTimePipe } from '../../ui/short-time';
import { StatusChip } from '../table/status-chip';
import { AdminPostActions } from './admin-post-actions';
import { postPath } from '../../posts/post-path';

/** The cells of one post. */
@Component({
  selector: 'app-admin-post-row',
  imports: [ActionButton, Icon, PersonName, RouterLink, ShortTimePipe, StatusChip],
  host: { style: 'display: contents' },
  template: `
    <span role="cell" class="main">
      <span class="tile"><app-icon [name]="post().kind === 'chat' ? 'chat_bubble' : 'tag'" /></span>
      <span class="grow">
        <a class="title ellipsis" [routerLink]="address()" [attr.lang]="languageOf(title())">{{ title() }}</a>
        <small class="ellipsis"
          ><span class="narrow">{{ post().room.name }}{{ tags() && ' · ' }}</span
          >{{ tags() }}</small
        >
      </span>
      @if (post().state === 'resolved') {
        <app-status-chip tone="good" icon="task_alt" [text]="t('posts.resolved')" />
      }
    </span>
    <span role="cell" class="wide"
      ><span class="ellipsis">{{ post().room.name }}</span></span
    >
    <span role="cell" class="wide"
      ><span class="ellipsis"><app-person-name [name]="post().author.displayName" /></span
    ></span>
    <span role="cell" class="wide numbers">{{ written(post().messageCount) }}</span>
    <span role="cell" class="wide quiet">
      <time [attr.datetime]="post().activeAt">{{ post().activeAt | shortTime }}</time>
    </span>
    <span role="cell" class="menu">
      <app-action-button
        [label]="t('admin-posts.actionsFor', { title: title(), room: post().room.name })"
        [actions]="actions.of(post())"
      />
    </span>
  `,
  styleUrl: '../table/tile-row.scss',
})
export class AdminPostRow {
  readonly post = input.required<AdminPost>();
  protected readonly t = t;
  protected readonly written = written;
  protected readonly languageOf = languageOf;
  protected readonly actions = inject(AdminPostActions);
  protected readonly address = computed(() => postPath(this.post().room.slug, this.post()));
  protected readonly title = computed(() => (this.post().kind === 'chat' ? t('posts.chat') : this.post().title));
  protected readonly tags = computed(() =>
    this.post()
      .tags.map((tag) => `#${tag}`)
      .join(' '),
  );
}
