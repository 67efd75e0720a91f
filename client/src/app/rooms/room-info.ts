import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { FrameStore } from '../frame-store';
import { t, textParts } from '../language/texts';
import { Completeness } from '../messages/completeness';
import { PersonSentence } from '../profiles/person-sentence';
import { PeopleStore } from '../profiles/people-store';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Notice } from '../ui/notice';
import { InfoTabs } from './info-tabs';
import { JoinRequests } from './join-requests';
import { RoomActions } from './room-actions';
import { RoomCover } from './room-cover';
import type { KnownRoom } from './room-state';

/** The right sidebar beside the chat of a room. */
@Component({
  selector: 'app-room-info',
  imports: [Completeness, Icon, InfoTabs, JoinRequests, MatButtonModule, MatTooltipModule, PersonSentence, RoomCover],
  templateUrl: './room-info.html',
  styleUrl: './room-info.scss',
})
export class RoomInfo {
  readonly room = input.required<KnownRoom>();
  protected readonly t = t;
  protected readonly textParts = textParts;
  protected readonly frame = inject(FrameStore);
  protected readonly actions = inject(RoomActions);
  private readonly people = inject(PeopleStore);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  protected readonly owner = computed(() => this.people.person(this.room().ownerId));
  protected readonly language = computed(() => languageOf(this.room().about));
  protected readonly address = computed(() => `/r/${this.room().slug}`);

  constructor() {
    effect(() => this.people.need([this.room().ownerId]));
  }

  protected copyAddress(): void {
    if (this.clipboard.copy(`${location.origin}${this.address()}`)) this.notice.say(t('rooms.addressCopied'));
  }
}
