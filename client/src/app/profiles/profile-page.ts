import { Component, computed, inject, input, resource } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { OpenLists } from '../open-lists';
import type { ServerError } from '../realtime/server-error';
import { RoomCover } from '../rooms/room-cover';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { ProfilesApi } from './profiles-api';

/** `/u/<username>`: what somebody says about themselves. */
@Component({
  selector: 'app-profile-page',
  imports: [Avatar, EmptyState, Icon, MatButtonModule, OpenLists, RoomCover, RouterLink],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.scss',
})
export class ProfilePage {
  readonly username = input.required<string>();
  private readonly api = inject(ProfilesApi);
  private readonly session = inject(SessionStore);

  protected readonly profile = resource({
    params: () => this.username(),
    loader: ({ params }) => this.api.profile(params),
  });
  protected readonly shown = computed(() => (this.profile.hasValue() ? this.profile.value() : undefined));
  protected readonly isMissing = computed(
    () => (this.profile.error() as ServerError | undefined)?.code === 'not_found',
  );
  protected readonly isOwn = computed(() => this.shown()?.user.id === this.session.user()?.id);
  protected readonly language = computed(() => languageOf(this.shown()?.aboutMe ?? ''));
}
