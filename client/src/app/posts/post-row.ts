import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { CurrentRoom } from '../rooms/current-room';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { ShortTimePipe } from '../ui/short-time';
import { Place } from '../place';
import { PostStore } from './post-store';

/** A post in the list of its room. */
@Component({
  selector: 'app-post-row',
  imports: [Avatar, Badge, Icon, RouterLink, ShortTimePipe],
  templateUrl: './post-row.html',
  styleUrl: './post-row.scss',
})
export class PostRow {
  readonly post = input.required<SharedPost>();
  private readonly store = inject(PostStore);
  private readonly current = inject(CurrentRoom);
  private readonly people = inject(PeopleStore);
  private readonly place = inject(Place);

  protected readonly unread = computed(() => this.store.unread(this.post().id));
  protected readonly author = computed(() => this.people.person(this.post().authorId));
  protected readonly language = computed(() => languageOf(this.post().title));
  protected readonly link = computed(() => {
    const room = this.current.room()?.slug ?? this.place.room() ?? '';
    return this.post().kind === 'chat' ? ['/r', room] : ['/r', room, 'p', this.post().slug];
  });
  protected readonly isCurrent = computed(() => !this.place.showsList() && this.current.post()?.id === this.post().id);
}
