import { inject, Injectable, resource } from '@angular/core';
import type { PublicConfig } from '#contracts/config.dto.js';
import { Api } from '../realtime/api';

/** What the server says about itself before anybody has signed in: limits, and whether it still wants its owner. */
@Injectable({ providedIn: 'root' })
export class ServerConfig {
  private readonly api = inject(Api);
  private readonly asked = resource({ loader: () => this.api.get<PublicConfig>('/config') });

  /** Undefined until the server has answered; the server checks everything again anyway. */
  config(): PublicConfig | undefined {
    return this.asked.hasValue() ? this.asked.value() : undefined;
  }
}
