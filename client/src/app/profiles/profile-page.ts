import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
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
  protected readonly isOnline = computed(() => this.presence.isOnline(this.user()?.id ?? ''));
  protected readonly languageOf = languageOf;

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.user()?.id;
      if (id !== undefined) this.presence.watch([id]);
    });
    effect(() => {
      const user = this.user();
      if (user !== undefined) title.name(user.displayName);
    });
  }
}
