import { Location } from '@angular/common';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { t, textParts } from '../language/texts';
import { OpenLists } from '../open-lists';
import { PageTitle } from '../page-title';
import type { ServerError } from '../realtime/server-error';
import { RoomCover } from '../rooms/room-cover';
import { SessionStore } from '../sign-in/session-store';
import { AgoPipe } from '../ui/ago';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { PersonName } from '../ui/person-name';
import { Skeletons } from '../ui/skeletons';
import { liveProfile } from './live-profile';
import { PeopleStore } from './people-store';
import { PresenceStore } from './presence-store';

/** `/u/<username>`: who somebody is, by their own words, and whether they are here. */
@Component({
  selector: 'app-profile-page',
  imports: [
    AgoPipe,
    Avatar,
    EmptyState,
    Icon,
    MatButtonModule,
    OpenLists,
    PersonName,
    RoomCover,
    RouterLink,
    Skeletons,
  ],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.scss',
})
export class ProfilePage {
  readonly username = input.required<string>();
  private readonly session = inject(SessionStore);
  private readonly people = inject(PeopleStore);
  private readonly presence = inject(PresenceStore);

  protected readonly t = t;
  protected readonly textParts = textParts;
  protected readonly profile = liveProfile(this.username);
  protected readonly shown = computed(() => (this.profile.hasValue() ? this.profile.value() : undefined));
  /** As last told: a new name or picture shows at once. */
  protected readonly user = computed(() => {
    const user = this.shown()?.user;
    return user && (this.people.person(user.id) ?? user);
  });
  protected readonly isMissing = computed(
    () => (this.profile.error() as ServerError | undefined)?.code === 'not_found',
  );
  protected readonly isOwn = computed(() => this.user()?.id === this.session.user()?.id);
  protected readonly isGone = computed(() => this.user()?.status === 'deactivated');
  protected readonly isOnline = computed(() => this.presence.isOnline(this.user()?.id ?? ''));
  protected readonly languageOf = languageOf;

  constructor() {
    const [title, location] = [inject(PageTitle), inject(Location)];
    this.presence.watch(() => {
      const id = this.user()?.id;
      return id === undefined ? [] : [id];
    });
    effect(() => {
      const user = this.user();
      if (user !== undefined) title.name(user.displayName);
    });
    // An address with a name from before leads here, and then has the present one.
    effect(() => {
      const user = this.user();
      const isPresent = user === undefined || user.username === this.username().toLowerCase();
      if (!isPresent) location.replaceState(`/u/${user.username}`, '', location.getState());
    });
  }
}
