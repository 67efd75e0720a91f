import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Authenticated } from '#contracts/auth.dto.js';
import { AppError } from '../platform/errors/app-error.js';
import type { Account } from '../users/account.js';
import { UsersService } from '../users/users.service.js';
import type { StillRight } from './password-check.service.js';
import { SessionCookies } from './session-cookies.js';
import { SessionsService } from './sessions.service.js';
import { type RefreshClaims, Tokens } from './tokens.js';

/** Opens, goes on with and closes the session of a browser: cookies one way, bearer token the other. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tokens: Tokens,
    private readonly cookies: SessionCookies,
    private readonly users: UsersService,
  ) {}

  /** @param stillRight of the password that somebody signs in with; @throws AppError what that throws */
  async open(user: Account, request: Request, response: Response, stillRight?: StillRight): Promise<Authenticated> {
    const device = { userAgent: request.get('user-agent') ?? '', ip: request.ip ?? '' };
    return this.answer(user, await this.sessions.begin(user.id, device, stillRight), response);
  }

  /** @throws AppError `unauthenticated` without a cookie, `session_ended` when its session is over; then the cookies are cleared */
  async reopen(request: Request, response: Response): Promise<Authenticated> {
    const claims = this.cookies.readRefresh(request);
    if (!claims) throw new AppError('unauthenticated', 'Sign in first.');
    try {
      const rotated = await this.sessions.rotate(claims, request.ip ?? '');
      const user = await this.users.findAccount(rotated.userId);
      if (user?.status !== 'active') throw new AppError('session_ended', 'Your session has ended. Sign in again.');
      // A node that is killed says of nobody when they left.
      await this.users.markSeen(user.id);
      return await this.answer(user, rotated.claims, response);
    } catch (error) {
      if (error instanceof AppError && error.code === 'session_ended') this.cookies.clear(response);
      throw error;
    }
  }

  /** Ends the session that the bearer token or the refresh cookie names; false when neither does. */
  async close(request: Request, response: Response): Promise<boolean> {
    const session = (await this.fromBearer(request)) ?? (await this.fromCookie(request));
    this.cookies.clear(response);
    if (session) await this.sessions.end(session.userId, { only: session.sessionId }, 'signed_out');
    return session !== undefined;
  }

  private async answer(account: Account, claims: RefreshClaims, response: Response): Promise<Authenticated> {
    const { token, expiresAt } = await this.tokens.access(account.id, claims.sessionId);
    this.cookies.set(response, claims);
    const { email: _, ...user } = account;
    return { user, accessToken: token, expiresAt: expiresAt.toISOString() };
  }

  private async fromBearer(request: Request): Promise<{ userId: string; sessionId: string } | undefined> {
    const [, token] = /^Bearer (\S+)$/iu.exec(request.get('authorization') ?? '') ?? [];
    const claims = token === undefined ? undefined : await this.tokens.readAccess(token);
    return claims && { userId: claims.sub, sessionId: claims.sid };
  }

  private async fromCookie(request: Request): Promise<{ userId: string; sessionId: string } | undefined> {
    const claims = this.cookies.readRefresh(request);
    return claims && this.sessions.confirm(claims.sessionId).catch(() => undefined);
  }
}
