import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Config } from '../platform/config/config.js';
import { type RefreshClaims, Tokens } from './tokens.js';

const REFRESH = 'refresh';
export const FILES_COOKIE = 'files';
const IDLE_MS = 30 * 24 * 3_600_000;

/** The cookies of a session: its refresh token, and the right to read files. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly tokens: Tokens,
    private readonly config: Config,
  ) {}

  set(response: Response, claims: RefreshClaims): void {
    response.cookie(REFRESH, this.tokens.refresh(claims), { ...this.options(response, '/api/auth'), maxAge: IDLE_MS });
    response.cookie(FILES_COOKIE, this.tokens.files(claims.sessionId), {
      ...this.options(response, '/api/files'),
      maxAge: IDLE_MS,
    });
  }

  clear(response: Response): void {
    response.clearCookie(REFRESH, this.options(response, '/api/auth'));
    response.clearCookie(FILES_COOKIE, this.options(response, '/api/files'));
  }

  /** The claims of the request's refresh token; undefined when there is none or it is forged. */
  readRefresh(request: Request): RefreshClaims | undefined {
    const token = (request.cookies as Record<string, unknown> | undefined)?.[REFRESH];
    return typeof token === 'string' ? this.tokens.readRefresh(token) : undefined;
  }

  /** The session of the request's `files` cookie; undefined when there is none or it is forged. */
  readFiles(request: Request): string | undefined {
    const token = (request.cookies as Record<string, unknown> | undefined)?.[FILES_COOKIE];
    return typeof token === 'string' ? this.tokens.readFiles(token) : undefined;
  }

  private options(response: Response, path: string): CookieOptions {
    const secure = response.req.secure || this.config.publicUrl.startsWith('https:');
    return { httpOnly: true, sameSite: 'strict', secure, path };
  }
}
