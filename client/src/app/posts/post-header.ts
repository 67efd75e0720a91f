import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { FrameStore } from '../frame-store';
import { t } from '../language/texts';
import { OpenLists } from '../open-lists';
import { OnlineStack } from '../rooms/online-stack';
import { RequestStore } from '../rooms/request-store';
import { RoomActions } from '../rooms/room-actions';
import type { KnownRoom } from '../rooms/room-state';
import type { Action } from '../ui/action';
import { ActionButton } from '../ui/action-button';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Viewport } from '../ui/viewport';
import { PostActions } from './post-actions';
import { PostStore } from './post-store';

/** Top of the body: which conversation this is, and what one may do with it. */
@Component({
  selector: 'app-post-header',
  imports: [ActionButton, Avatar, Badge, Icon, MatButtonModule, MatTooltipModule, OnlineStack, OpenLists, RouterLink],
  templateUrl: './post-header.html',
  styleUrl: './post-header.scss',
})
export class PostHeader {
  readonly room = input.required<KnownRoom>();
  readonly post = input.required<SharedPost>();
  /** Else only where one is: the title stands right below. */
  readonly showsTitle = input(true);
  private readonly requests = inject(RequestStore);
  private readonly actions = inject(PostActions);
  private readonly roomActions = inject(RoomActions);
  private readonly posts = inject(PostStore);
  protected readonly t = t;
  protected readonly frame = inject(FrameStore);
  protected readonly viewport = inject(Viewport);
  protected readonly isBusy = signal(false);

  protected readonly language = computed(() => languageOf(this.post().title));
  protected readonly roomLanguage = computed(() => languageOf(this.room().name));
  protected readonly canSetState = computed(() => this.actions.canSetState(this.room(), this.post()));
  /** Unread in the room's other posts, which wait behind the list. */
  protected readonly elsewhere = computed(
    () => (this.posts.unreadByRoom().get(this.room().id) ?? 0) - this.posts.unread(this.post().id),
  );
  /** Who waits for an answer in the room's details. */
  protected readonly waiting = computed(() => (this.post().kind === 'chat' ? this.requests.requests().length : 0));
  protected readonly infoLabel = computed(() => {
    const isOpen = this.frame.isInfoOpen();
    if (this.post().kind === 'topic') return t(isOpen ? 'posts.hidePostDetails' : 'posts.showPostDetails');
    const label = t(isOpen ? 'posts.hideRoomDetails' : 'posts.showRoomDetails');
    return this.waiting() === 0 ? label : t('posts.andAsking', { label, count: this.waiting() });
  });
  /** Then the room's own menu stands there. */
  private readonly hasListBeside = computed(() => !this.viewport.isCompact() && !this.frame.isLeftOverlay());
  /** Of the post; on a phone also what stands in the header elsewhere. */
  protected readonly menu = computed<Action[]>(() => {
    const isTopic = this.post().kind === 'topic';
    if (!isTopic) return this.hasListBeside() ? [] : this.roomActions.all();
    if (!this.viewport.isCompact()) return this.actions.of(this.room(), this.post());
    const info: Action = { icon: 'info', label: t('posts.info'), run: () => this.frame.setInfo(true) };
    return [info, ...(this.canSetState() ? [this.stateAction()] : []), ...this.actions.of(this.room(), this.post())];
  });

  /** Resolves an open post, opens a resolved one. */
  protected async turn(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    await this.actions.setState(this.post(), this.post().state === 'active' ? 'resolved' : 'active');
    this.isBusy.set(false);
  }

  private stateAction(): Action {
    return this.post().state === 'active'
      ? { icon: 'check_circle', label: t('posts.markResolved'), run: () => this.turn() }
      : { icon: 'undo', label: t('posts.reopen'), run: () => this.turn() };
  }
}
