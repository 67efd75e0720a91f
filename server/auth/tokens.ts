import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { isId } from '../platform/ids/ids.js';

/** How long a bearer token holds. */
export const ACCESS_SECONDS = 600;

/** What a bearer token says. */
export interface AccessClaims {
  /** The user's id. */
  sub: string;
  /** The session's id. */
  sid: string;
  /** Expiry, seconds since 1970. */
  exp: number;
}

/** Which refresh token of a session. */
export interface RefreshClaims {
  sessionId: string;
  generation: number;
}

/** Derives the key of one purpose, so that no token of one kind is one of another. */
export function deriveKey(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(`roomers ${purpose}`).digest('base64url');
}

/**
 * Makes and reads tokens. Refresh and file tokens are their claims with a MAC: the same claims always give the same token,
 * so the successor of a refresh token can be given again to a second tab without being stored.
 */
@Injectable()
export class Tokens {
  private readonly key: string;

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.key = deriveKey(config.secretKey, 'sealed tokens');
  }

  /** A bearer token, and when it expires. */
  async access(userId: string, sessionId: string): Promise<{ token: string; expiresAt: Date }> {
    const exp = Math.floor(this.clock.now() / 1_000) + ACCESS_SECONDS;
    return { token: await this.jwt.signAsync({ sub: userId, sid: sessionId, exp }), expiresAt: new Date(exp * 1_000) };
  }

  /** The claims of a bearer token; undefined when it is forged, expired or not one. */
  async readAccess(token: string): Promise<AccessClaims | undefined> {
    return this.jwt.verifyAsync<AccessClaims>(token).catch(() => undefined);
  }

  refresh({ sessionId, generation }: RefreshClaims): string {
    return this.seal('refresh', `${sessionId}.${String(generation)}`);
  }

  readRefresh(token: string): RefreshClaims | undefined {
    const [sessionId = '', generation = ''] = this.open('refresh', token)?.split('.') ?? [];
    return isId(sessionId) && /^\d{1,9}$/u.test(generation) ? { sessionId, generation: Number(generation) } : undefined;
  }

  /** The `files` cookie of a session: good for reading files only. */
  files(sessionId: string): string {
    return this.seal('files', sessionId);
  }

  /** The session of a `files` cookie; undefined when it is forged. */
  readFiles(token: string): string | undefined {
    const sessionId = this.open('files', token);
    return sessionId !== undefined && isId(sessionId) ? sessionId : undefined;
  }

  private seal(purpose: string, claims: string): string {
    return `${claims}.${this.mac(purpose, claims)}`;
  }

  private open(purpose: string, token: string): string | undefined {
    const end = token.lastIndexOf('.');
    const claims = token.slice(0, end);
    const given = Buffer.from(token.slice(end + 1));
    const right = Buffer.from(this.mac(purpose, claims));
    return end > 0 && given.length === right.length && timingSafeEqual(given, right) ? claims : undefined;
  }

  private mac(purpose: string, claims: string): string {
    return createHmac('sha256', this.key).update(`${purpose}:${claims}`).digest('base64url');
  }
}
