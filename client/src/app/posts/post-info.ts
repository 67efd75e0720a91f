import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { SharedPost } from '#contracts/post.dto.js';
import { FrameStore } from '../frame-store';
import { PeopleStore } from '../profiles/people-store';
import { MemberList } from '../rooms/member-list';
import type { KnownRoom } from '../rooms/room-state';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { ShortTimePipe } from '../ui/short-time';

/** The right sidebar beside a topic post. */
@Component({
  selector: 'app-post-info',
  imports: [Icon, MatButtonModule, MemberList, ShortTimePipe],
  templateUrl: './post-info.html',
  styleUrl: '../rooms/room-info.scss',
})
export class PostInfo {
  readonly room = input.required<KnownRoom>();
  readonly post = input.required<SharedPost>();
  protected readonly frame = inject(FrameStore);
  private readonly people = inject(PeopleStore);
  protected readonly author = computed(() => this.people.nameOf(this.post().authorId));
  protected readonly language = computed(() => languageOf(this.post().about));
}
