import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { newToken, Secrets } from '../platform/secrets/secrets.js';

const HOUR_MS = 3_600_000;

/** The secret of an invitation as it is handed out, and what is kept of it. */
export interface InviteToken {
  token: string;
  tokenHash: string;
  /** Whole address to open. */
  url: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Makes and recognises the secrets of invitations. */
@Injectable()
export class InviteTokens {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  make(hours: number): InviteToken {
    const token = newToken();
    const createdAt = this.clock.date();
    const expiresAt = new Date(createdAt.getTime() + hours * HOUR_MS);
    // Behind the #, so that no server writes it into a log.
    const url = `${this.config.publicUrl}/invite#${token}`;
    return { token, tokenHash: this.hash(token), url, createdAt, expiresAt };
  }

  hash(token: string): string {
    return this.secrets.hash('invite', token);
  }
}
