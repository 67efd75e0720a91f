import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { KnownDrafts } from './known-drafts';

const SHOWN = 4;

/** The drafts beside what is unread: the first few, and the way to all. */
@Component({
  selector: 'app-draft-notes',
  imports: [Avatar, Icon, RouterLink],
  template: `
    @if (items().length > 0) {
      <h2>
        {{ t('home.drafts') }} <span class="count tabular">{{ drafts.items().length }}</span>
      </h2>
      <ul [attr.aria-label]="t('home.drafts')">
        @for (item of items(); track item.post.id) {
          <li>
            <a [routerLink]="item.link" (click)="drafts.resume(item)">
              <app-avatar
                shape="room"
                [id]="item.room.id"
                [name]="item.room.name"
                [imageUrl]="item.room.imageUrl"
                [size]="36"
              />
              <span class="grow">
                <span class="title ellipsis">{{
                  item.post.kind === 'chat' ? t('posts.chat') : item.post.title
                }}</span>&ngsp;
                <span class="beginning ellipsis" [attr.lang]="item.language">{{ item.beginning }}</span>
              </span>
              <app-icon name="edit_note" />
            </a>
          </li>
        }
      </ul>
      @if (drafts.items().length > items().length) {
        <a class="all" routerLink="/" [queryParams]="{ view: 'drafts' }">{{ t('home.allDrafts') }}</a>
      }
    }
  `,
  styleUrl: './draft-notes.scss',
})
export class DraftNotes {
  protected readonly t = t;
  protected readonly drafts = inject(KnownDrafts);
  protected readonly items = computed(() =>
    this.drafts
      .items()
      .slice(0, SHOWN)
      .map((draft) => ({ ...draft, language: languageOf(draft.beginning) })),
  );
}
