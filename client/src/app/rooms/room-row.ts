import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { languageOf } from '../ui/language';
import { ShortTimePipe } from '../ui/short-time';
import { Viewport } from '../ui/viewport';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';

/** One of the reader's rooms: its newest message and what is unread. */
@Component({
  selector: 'app-room-row',
  imports: [Avatar, Badge, RouterLink, ShortTimePipe],
  templateUrl: './room-row.html',
  styleUrl: './room-row.scss',
})
export class RoomRow {
  readonly room = input.required<KnownRoom>();
  protected readonly viewport = inject(Viewport);
  private readonly store = inject(RoomStore);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);

  protected readonly unread = computed(() => this.store.unreadIn(this.room().id));
  protected readonly language = computed(() => languageOf(this.room().name));
  protected readonly latest = computed(() => {
    const latest = this.room().latest;
    if (latest === undefined) return '';
    const isOwn = latest.authorId === this.session.user()?.id;
    const name = isOwn ? 'You' : (this.people.person(latest.authorId)?.displayName ?? '');
    if (latest.excerpt === '') return name === '' ? '' : name;
    return name === '' ? latest.excerpt : `${name}: ${latest.excerpt}`;
  });
}
