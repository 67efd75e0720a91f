import { inject, Injectable, signal } from '@angular/core';
import type { UserCounts } from '#contracts/admin.dto.js';
import { PeopleApi } from './people-api';

/** How many accounts there are, of each kind. */
@Injectable({ providedIn: 'root' })
export class PeopleCounts {
  private readonly api = inject(PeopleApi);
  private readonly known = signal<UserCounts | null>(null);
  readonly value = this.known.asReadonly();

  constructor() {
    void this.load();
  }

  /** Asks again; what is known stays when nothing comes. */
  async load(): Promise<void> {
    try {
      this.known.set(await this.api.counts());
    } catch {
      // The list beside it says that the server does not answer.
    }
  }
}
