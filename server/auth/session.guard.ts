import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { AppError } from '../platform/errors/app-error.js';
import { ALLOWS_FILES_COOKIE, IS_PUBLIC, type Principal } from '../platform/http/access.decorators.js';
import { SessionCookies } from './session-cookies.js';
import { SessionsService } from './sessions.service.js';

/** The global guard: every route needs a session unless it is `@Public()`. Sockets were authenticated at their handshake. */
@Injectable()
export class SessionGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookies: SessionCookies,
    private readonly sessions: SessionsService,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    if (this.says(IS_PUBLIC, context)) return true;
    if (this.says(ALLOWS_FILES_COOKIE, context) && (await this.takeFilesCookie(context))) return true;
    return (await super.canActivate(context)) as boolean;
  }

  private says(what: symbol, context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(what, [context.getHandler(), context.getClass()]);
  }

  /** A bearer token, if there is one, says who asks. @throws AppError `session_ended` */
  private async takeFilesCookie(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { user?: Principal }>();
    const sessionId = request.headers.authorization === undefined ? this.cookies.readFiles(request) : undefined;
    if (sessionId === undefined) return false;
    request.user = await this.sessions.confirm(sessionId);
    return true;
  }

  override handleRequest<User>(error: Error | null, user: User | false): User {
    if (error) throw error;
    if (user === false || !user) throw new AppError('unauthenticated', 'Sign in first.');
    return user;
  }
}
