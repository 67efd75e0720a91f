import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { FrameStore } from '../frame-store';
import { PeopleStore } from '../profiles/people-store';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { JoinRequests } from './join-requests';
import { MemberList } from './member-list';
import { RoomCover } from './room-cover';
import type { KnownRoom } from './room-state';

/** The right sidebar beside the chat of a room. */
@Component({
  selector: 'app-room-info',
  imports: [Icon, JoinRequests, MatButtonModule, MemberList, RoomCover],
  templateUrl: './room-info.html',
  styleUrl: './room-info.scss',
})
export class RoomInfo {
  readonly room = input.required<KnownRoom>();
  protected readonly frame = inject(FrameStore);
  private readonly people = inject(PeopleStore);
  protected readonly owner = computed(() => this.people.nameOf(this.room().ownerId));
  protected readonly language = computed(() => languageOf(this.room().about));
}
