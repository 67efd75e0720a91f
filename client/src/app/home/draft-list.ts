import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { KnownDrafts } from './known-drafts';

/** Everything begun on this device; opening one goes on writing it. */
@Component({
  selector: 'app-draft-list',
  imports: [Avatar, EmptyState, Icon, RouterLink],
  template: `
    @if (items().length > 0) {
      <ul [attr.aria-label]="t('home.drafts')">
        @for (item of items(); track item.post.id) {
          <li>
            <a class="row" [routerLink]="item.link" (click)="drafts.resume(item)">
              <app-avatar shape="room" [id]="item.room.id" [name]="item.room.name" [imageUrl]="item.room.imageUrl" />
              <span class="grow">
                <span class="where">
                  <b class="ellipsis">{{ item.post.kind === 'chat' ? t('posts.chat') : item.post.title }}</b>&ngsp;
                  <span class="ellipsis">{{ t('home.inRoom', { room: item.room.name }) }}</span> </span
                >&ngsp;
                <span class="words ellipsis" [attr.lang]="item.language">{{ item.beginning }}</span>
              </span>
              <app-icon name="edit_note" />
            </a>
          </li>
        }
      </ul>
      <p>{{ t('home.draftsNote') }}</p>
    } @else {
      <app-empty-state icon="edit_note" [heading]="t('home.noDrafts')" [text]="t('home.noDraftsNote')" />
    }
  `,
  styleUrl: './draft-list.scss',
})
export class DraftList {
  protected readonly t = t;
  protected readonly drafts = inject(KnownDrafts);
  protected readonly items = computed(() =>
    this.drafts.items().map((draft) => ({ ...draft, language: languageOf(draft.beginning) })),
  );
}
