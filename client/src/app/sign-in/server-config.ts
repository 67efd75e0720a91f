import { computed, inject, Injectable, resource } from '@angular/core';
import type { PublicConfig } from '#contracts/config.dto.js';
import { Api } from '../realtime/api';

/** What the server says about itself before anybody has signed in: limits, whose it is, and who may register. */
@Injectable({ providedIn: 'root' })
export class ServerConfig {
  private readonly api = inject(Api);
  private readonly asked = resource({ loader: () => this.api.get<PublicConfig>('/config') });

  /** Undefined until the server has answered; the server checks everything again anyway. */
  readonly config = computed(() => (this.asked.hasValue() ? this.asked.value() : undefined));
  readonly organisation = computed(() => this.config()?.organisation);
  /** The organisation's name; empty until the server was asked. */
  readonly name = computed(() => this.organisation()?.name ?? (this.asked.error() === undefined ? '' : 'Roomers'));
  /** Whether codes come by mail; undefined until the server has answered. */
  readonly sendsMail = computed(() => this.config()?.mail);

  /** Asks again: an admin may have changed the rules. */
  reload(): void {
    this.asked.reload();
  }
}
