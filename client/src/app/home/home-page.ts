import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t, textParts } from '../language/texts';
import { OpenLists } from '../open-lists';
import { PageTitle } from '../page-title';
import { MarkRead } from '../posts/mark-read';
import { CatchUp } from '../realtime/catch-up';
import { RoomStore } from '../rooms/room-store';
import { SessionStore } from '../sign-in/session-store';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Clock, plainDay } from '../ui/short-time';
import { Skeletons } from '../ui/skeletons';
import { DraftList } from './draft-list';
import { DraftNotes } from './draft-notes';
import { callName, greetingAt } from './greeting';
import { OwnCard } from './own-card';
import { RecentPosts } from './recent-posts';
import { UnreadList } from './unread-list';
import { UnreadPosts } from './unread-posts';

/** `/`: what is unread, what was active lately, and oneself; with `?view=drafts` what was begun. */
@Component({
  selector: 'app-home-page',
  imports: [
    DraftList,
    DraftNotes,
    EmptyState,
    Icon,
    MatButtonModule,
    OpenLists,
    OwnCard,
    RecentPosts,
    Skeletons,
    UnreadList,
  ],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
})
export class HomePage {
  readonly view = input<string>();
  private readonly session = inject(SessionStore);
  private readonly clock = inject(Clock);
  protected readonly t = t;
  protected readonly textParts = textParts;
  protected readonly rooms = inject(RoomStore);
  protected readonly unread = inject(UnreadPosts);
  protected readonly mark = inject(MarkRead);
  protected readonly catchUp = inject(CatchUp);

  protected readonly today = computed(() => plainDay(new Date(this.clock.now())));
  protected readonly greeting = computed(() => greetingAt(new Date(this.clock.now()).getHours()));
  protected readonly name = computed(() => callName(this.session.user()?.displayName ?? ''));
  protected readonly language = computed(() => languageOf(this.name()));

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.name(t(this.view() === 'drafts' ? 'home.drafts' : 'home.title')));
  }
}
