import { computed, inject, Injectable, resource } from '@angular/core';
import type { Profile } from '#contracts/profile.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { SessionStore } from '../sign-in/session-store';
import { PeopleStore } from './people-store';
import { ProfilesApi } from './profiles-api';

/** The reader's own profile, kept while the program runs and told anew when it changed on another device. */
@Injectable({ providedIn: 'root' })
export class OwnProfile {
  private readonly api = inject(ProfilesApi);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly answer = resource({
    params: () => this.session.user()?.username,
    loader: ({ params }) => this.api.profile(params),
  });

  readonly value = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  readonly hasFailed = computed(() => this.answer.error() !== undefined);

  constructor() {
    inject(ChatSocket).on('user', ({ id }) => {
      if (id === this.session.user()?.id) this.reload();
    });
  }

  /** Asks again; what is known stays meanwhile. */
  reload(): void {
    this.answer.reload();
  }

  /** Takes the profile as the server answered a change. */
  take(profile: Profile): void {
    this.answer.set(profile);
    this.people.put([profile.user]);
  }
}
