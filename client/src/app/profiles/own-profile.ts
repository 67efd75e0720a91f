import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Profile } from '#contracts/profile.dto.js';
import { SessionStore } from '../sign-in/session-store';
import { liveProfile } from './live-profile';
import { ProfilesApi } from './profiles-api';

/** The reader's own profile, kept while the program runs. */
@Injectable({ providedIn: 'root' })
export class OwnProfile {
  private readonly session = inject(SessionStore);
  private readonly api = inject(ProfilesApi);
  private readonly answer = liveProfile(() => this.session.user()?.username);

  readonly value = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  /** The same, but while a change is on its way as it was before: an answer that crosses it would take back what was chosen here. */
  readonly settled = linkedSignal<{ isChanging: boolean; value: Profile | undefined }, Profile | undefined>({
    source: () => ({ isChanging: this.api.isChanging(), value: this.value() }),
    computation: ({ isChanging, value }, before) => (isChanging ? before?.value : value),
  }).asReadonly();
  readonly hasFailed = computed(() => this.answer.error() !== undefined);

  constructor() {
    this.api.changed.pipe(takeUntilDestroyed()).subscribe((profile) => this.answer.set(profile));
  }

  /** Asks again; what is known stays meanwhile. */
  reload(): void {
    this.answer.reload();
  }
}
