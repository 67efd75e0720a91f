import { afterRenderEffect, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatSidenavModule } from '@angular/material/sidenav';
import { RouterLink } from '@angular/router';
import { FrameStore } from '../frame-store';
import { t } from '../language/texts';
import { Composer } from '../messages/composer';
import { ComposerFocus } from '../messages/composer-focus';
import { MessageList } from '../messages/message-list';
import type { MessageStore } from '../messages/message-store';
import { MessageStores } from '../messages/message-stores';
import { QuietBar } from '../messages/quiet-bar';
import { TypingLine } from '../messages/typing-line';
import { PageTitle } from '../page-title';
import { Place } from '../place';
import { ConnectionBanner } from '../realtime/connection-banner';
import { CurrentRoom } from '../rooms/current-room';
import { MovedOut } from '../rooms/moved-out';
import { NoAccess } from '../rooms/no-access';
import { RoomInfo } from '../rooms/room-info';
import { RoomStore } from '../rooms/room-store';
import { EmptyState } from '../ui/empty-state';
import { FirstPaint } from '../ui/first-paint';
import { Icon } from '../ui/icon';
import { Skeletons } from '../ui/skeletons';
import { WindowParts } from '../window-parts';
import { PostHeader } from './post-header';
import { PostInfo } from './post-info';

/** `/r/<room>` and `/r/<room>/p/<post>`: the conversation, and what there is to know about it beside it. */
@Component({
  selector: 'app-post-page',
  imports: [
    Composer,
    ConnectionBanner,
    EmptyState,
    Icon,
    MatButtonModule,
    MatSidenavModule,
    MessageList,
    NoAccess,
    PostHeader,
    PostInfo,
    QuietBar,
    RoomInfo,
    RouterLink,
    Skeletons,
    TypingLine,
  ],
  templateUrl: './post-page.html',
  styleUrl: './post-page.scss',
})
export class PostPage {
  protected readonly t = t;
  protected readonly current = inject(CurrentRoom);
  protected readonly frame = inject(FrameStore);
  protected readonly firstPaint = inject(FirstPaint);
  protected readonly place = inject(Place);
  protected readonly left = inject(RoomStore).left;
  private readonly stores = inject(MessageStores);
  /** One at most; a list, so that another post gets a fresh message list. */
  protected readonly store = signal<readonly MessageStore[]>([]);
  /** False while the head of a topic post stands in the stream, so that its title is not said twice. */
  protected readonly showsTitle = signal(true);
  protected readonly canWrite = computed(() => {
    const [room, post] = [this.current.room(), this.current.post()];
    return this.current.isMember() && room?.archivedAt === undefined && post?.state === 'active';
  });

  constructor() {
    inject(MovedOut);
    const postId = computed(() => this.current.post()?.id);
    effect(() => {
      const id = postId();
      untracked(() => {
        this.showsTitle.set(true);
        this.store.set(id === undefined ? [] : [this.stores.of(id)]);
      });
    });
    // Whoever was to write here finds the messages where one cannot.
    const [focus, parts] = [inject(ComposerFocus), inject(WindowParts)];
    afterRenderEffect(() => {
      const id = postId();
      if (id === undefined || this.canWrite()) return;
      untracked(() => focus.take(id) && parts.focus('stream'));
    });
    const title = inject(PageTitle);
    effect(() => {
      const [room, post] = [this.current.room(), this.current.post()];
      if (room !== undefined) title.name(post?.kind === 'topic' ? `${post.title} · ${room.name}` : room.name);
    });
  }
}
