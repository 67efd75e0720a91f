import { computed, inject, Injectable } from '@angular/core';
import type { Profile } from '#contracts/profile.dto.js';
import { SessionStore } from '../sign-in/session-store';
import { liveProfile } from './live-profile';

/** The reader's own profile, kept while the program runs. */
@Injectable({ providedIn: 'root' })
export class OwnProfile {
  private readonly session = inject(SessionStore);
  private readonly answer = liveProfile(() => this.session.user()?.username);

  readonly value = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  readonly hasFailed = computed(() => this.answer.error() !== undefined);

  /** Asks again; what is known stays meanwhile. */
  reload(): void {
    this.answer.reload();
  }

  /** Takes the profile as the server answered a change. */
  take(profile: Profile): void {
    this.answer.set(profile);
  }
}
