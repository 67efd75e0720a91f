import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import { Place } from '../place';
import { PeopleStore } from '../profiles/people-store';
import { CurrentRoom } from '../rooms/current-room';
import { LatestLine } from '../rooms/latest-line';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { splitName } from '../ui/person-name';
import { ShortTimePipe } from '../ui/short-time';
import { Viewport } from '../ui/viewport';
import { DraftPlaces } from './draft-places';
import { PostStore } from './post-store';
import { postPath } from './post-path';

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
  private readonly drafts = inject(DraftPlaces);
  private readonly latestLine = inject(LatestLine);
  protected readonly t = t;
  protected readonly viewport = inject(Viewport);

  protected readonly unread = computed(() => this.store.unread(this.post().id));
  protected readonly author = computed(() => this.people.person(this.post().authorId));
  protected readonly authorName = computed(() => splitName(this.author()?.displayName ?? '').main);
  protected readonly language = computed(() => languageOf(this.post().title));
  protected readonly tagLanguage = computed(() => languageOf(this.post().tags[0] ?? ''));
  protected readonly isCurrent = computed(() => !this.place.showsList() && this.current.post()?.id === this.post().id);
  protected readonly hasDraft = computed(() => !this.isCurrent() && this.drafts.isInPost(this.post().id));
  protected readonly link = computed(() => {
    const room = this.current.room()?.slug ?? this.place.room() ?? '';
    return postPath(room, this.post());
  });
  /** Of the chat, where there is room for it and its message is the newest of the room. */
  protected readonly latest = computed(() => {
    const room = this.current.room();
    const isHere = this.viewport.isCompact() && room?.latest?.postId === this.post().id;
    return isHere ? this.latestLine.of(room) : '';
  });
}
