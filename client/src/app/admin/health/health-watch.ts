import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { AdminHealth } from '#contracts/admin-health.dto.js';
import type { ServerError } from '../../realtime/server-error';
import { HealthApi } from './health-api';

/** How the server is doing, as it last said; what is known stays when nothing comes. */
@Injectable({ providedIn: 'root' })
export class HealthWatch {
  private readonly api = inject(HealthApi);
  private readonly known = signal<AdminHealth | null>(null);
  private asking: Promise<void> | null = null;
  readonly value = this.known.asReadonly();
  /** Why the last check brought nothing. */
  readonly problem = signal<ServerError | null>(null);
  readonly isBusy = signal(false);
  /** What needs a person; what is so by choice aside. */
  readonly troubles = computed(() => (this.known()?.warnings ?? []).filter(({ weight }) => weight !== 'note'));

  /** Asks now; whoever asks meanwhile gets the same answer. */
  load(): Promise<void> {
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  /** Asks now and then again and again, while somebody looks at the window. For an injection context. */
  every(milliseconds: number): void {
    void this.load();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.load();
    }, milliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  private async ask(): Promise<void> {
    this.isBusy.set(true);
    try {
      this.known.set(await this.api.show());
      this.problem.set(null);
    } catch (error) {
      this.problem.set(error as ServerError);
    }
    this.isBusy.set(false);
  }
}
