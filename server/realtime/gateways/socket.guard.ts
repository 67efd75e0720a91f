import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { SessionsService } from '../../auth/sessions.service.js';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits.js';
import type { ChatSocket } from '../emitter/chat-socket.js';

/** Every event needs a session that is still in use, and no socket may send more events than a busy person could. */
@Injectable()
export class SocketGuard implements CanActivate {
  private readonly perSocket: RateLimit;

  constructor(
    private readonly sessions: SessionsService,
    limits: RateLimits,
  ) {
    this.perSocket = limits.create({ name: 'events', points: 600, seconds: 10, shared: 'never' });
  }

  /** @throws AppError `session_ended`, `rate_limited` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const socket = context.switchToWs().getClient<ChatSocket>();
    await this.perSocket.consume(socket.id);
    await this.sessions.confirm(socket.data.sessionId);
    return true;
  }
}
