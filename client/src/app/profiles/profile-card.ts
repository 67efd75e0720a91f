import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RoomRole } from '#contracts/room.dto.js';
import { t, type TextKey } from '../language/texts';
import { MemberStore } from '../rooms/member-store';
import { RoomCover } from '../rooms/room-cover';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { PersonName } from '../ui/person-name';
import { Clock } from '../ui/short-time';
import { Viewport } from '../ui/viewport';
import { CARD_USER } from './card-user';
import { lastSeen } from './last-seen';
import { liveProfile } from './live-profile';
import { PeopleStore } from './people-store';
import { PresenceStore } from './presence-store';

const TITLES = {
  owner: 'rooms.owner',
  moderator: 'rooms.moderator',
  member: 'rooms.member',
} satisfies Record<RoomRole, TextKey>;

/** Who somebody is, in a few lines. Use `ProfileCards` to open it. */
@Component({
  selector: 'app-profile-card',
  imports: [Avatar, Icon, MatButtonModule, PersonName, RoomCover, RouterLink],
  host: { '[class.sheet]': 'viewport.isCompact()' },
  templateUrl: './profile-card.html',
  styleUrl: './profile-card.scss',
})
export class ProfileCard {
  private readonly opened = inject(CARD_USER);
  private readonly people = inject(PeopleStore);
  private readonly presence = inject(PresenceStore);
  private readonly members = inject(MemberStore);
  private readonly clock = inject(Clock);
  protected readonly t = t;
  protected readonly self = inject(DialogRef);
  protected readonly viewport = inject(Viewport);

  /** As it is known by now: names and pictures change while one looks. */
  protected readonly user = computed(() => this.people.person(this.opened.id) ?? this.opened);
  protected readonly profile = liveProfile(() => this.opened.username);
  protected readonly known = computed(() => (this.profile.hasValue() ? this.profile.value() : undefined));
  protected readonly isGone = computed(() => this.user().status === 'deactivated');
  protected readonly isOnline = computed(() => this.presence.isOnline(this.opened.id));
  protected readonly seen = computed(() => lastSeen(this.user(), this.isOnline(), this.clock.now()));
  protected readonly role = computed(() => {
    const role = this.members.roleOf(this.opened.id);
    return role === undefined ? '' : t(TITLES[role]);
  });
  protected readonly language = computed(() => languageOf(this.known()?.aboutMe ?? ''));

  constructor() {
    this.presence.watch(() => [this.opened.id]);
  }
}
