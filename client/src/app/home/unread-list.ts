import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { CreateRoom } from '../rooms/create-room';
import { RoomStore } from '../rooms/room-store';
import { Attention } from '../ui/attention';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { EmptyState } from '../ui/empty-state';
import { languageOf } from '../ui/language';
import { splitName } from '../ui/person-name';
import { ShortTimePipe } from '../ui/short-time';
import { linkTo } from './known-drafts';
import { LatestLines } from './latest-lines';
import { type UnreadPost, UnreadPosts } from './unread-posts';

const STEP = 20;

/** What has not been read, with its latest words; opening a post and reading it takes it away. */
@Component({
  selector: 'app-unread-list',
  imports: [Avatar, Badge, EmptyState, MatButtonModule, MatChipsModule, RouterLink, ShortTimePipe],
  templateUrl: './unread-list.html',
  styleUrl: './unread-list.scss',
})
export class UnreadList {
  protected readonly t = t;
  protected readonly rooms = inject(RoomStore);
  protected readonly unread = inject(UnreadPosts);
  protected readonly createRoom = inject(CreateRoom);
  private readonly people = inject(PeopleStore);
  private readonly lines = inject(LatestLines);
  private readonly most = signal(STEP);

  private readonly shown = computed(() => this.unread.items().slice(0, this.most()));
  protected readonly items = computed(() => this.shown().map((item) => this.describe(item)));
  protected readonly more = computed(() => Math.min(STEP, this.unread.items().length - this.shown().length));

  constructor() {
    const attention = inject(Attention);
    effect(() => {
      if (attention.isHere()) untracked(() => this.lines.lookAgain());
    });
    effect(() => this.lines.need(this.shown().map(({ post }) => post)));
    effect(() => {
      const lines = this.shown().flatMap(({ post, room }) => this.lines.of(post.id, room.latest));
      this.people.need(lines.flatMap(({ authorId }) => authorId || []));
    });
  }

  protected showMore(): void {
    this.most.update((most) => most + STEP);
  }

  private describe({ post, room, count }: UnreadPost) {
    const isChat = post.kind === 'chat';
    const title = isChat ? t('posts.chat') : post.title;
    const lines = this.lines.of(post.id, room.latest).map(({ seq, authorId, words }) => ({
      seq,
      words,
      language: languageOf(words),
      author: splitName(this.people.person(authorId)?.displayName ?? '').main,
    }));
    const language = isChat ? null : languageOf(title);
    return { post, room, count, title, lines, language, link: linkTo(room, post) };
  }
}
