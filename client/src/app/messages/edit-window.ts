import { inject, Injectable } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { ServerConfig } from '../sign-in/server-config';
import { Clock } from '../ui/short-time';

const MINUTE_MS = 60_000;

/** How long after sending a message its author may edit it, as the organisation wishes. The server's own clock decides. */
@Injectable({ providedIn: 'root' })
export class EditWindow {
  private readonly server = inject(ServerConfig);
  private readonly clock = inject(Clock);

  /** Whether it is recent enough; by and by a recent one is not any more. */
  isOpenFor({ createdAt }: Pick<Message, 'createdAt'>): boolean {
    const minutes = this.server.config()?.limits.editWindowMinutes ?? null;
    // A message may be newer than the last tick.
    return minutes === null || Math.max(0, this.clock.now() - Date.parse(createdAt)) < minutes * MINUTE_MS;
  }

  /** The server refused for it: the rule may be another by now. */
  learn(): void {
    this.server.reload();
  }
}
