import type { Session } from '#contracts/auth.dto.js';
import type { SessionEndReason } from '#contracts/socket-events.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { ConfirmedCache } from '../platform/cache/confirmed-cache.js';
import { Clock } from '../platform/clock/clock.js';
import { AppError, notFound } from '../platform/errors/app-error.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { isId, newId } from '../platform/ids/ids.js';
import { SessionsEnded } from './auth.events.js';
import type { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import type { RefreshClaims } from './tokens.js';

const IDLE_MS = 30 * 24 * 3_600_000;
/** How long the token before the newest is still good, for a second tab that refreshed at the same time. */
const PREVIOUS_MS = 30_000;
const CACHED_SESSIONS = 20_000;

/** Where a session came from, for the list that its user sees. */
export interface Device {
  userAgent: string;
  ip: string;
}

function sessionEnded(): AppError {
  return new AppError('session_ended', 'Your session has ended. Sign in again.');
}

/** Where users are signed in. */
@Publishes(SessionsEnded)
export class SessionsService {
  private readonly confirmed = new ConfirmedCache<Principal>(CACHED_SESSIONS);

  constructor(
    private readonly repository: SessionsRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Begins a session, if the password is still right, and returns the claims of its first refresh token. */
  async begin(userId: string, { userAgent, ip }: Device, stillRight?: () => Promise<void>): Promise<RefreshClaims> {
    const now = this.clock.date();
    const session: SessionEntity = {
      id: newId(),
      userId,
      generation: 1,
      rotatedAt: now,
      userAgent: userAgent.slice(0, 400),
      ip,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + IDLE_MS),
      endedAt: null,
    };
    await this.transactions.run(async () => {
      await stillRight?.();
      await this.repository.insert(session);
    });
    return { sessionId: session.id, generation: session.generation };
  }

  /**
   * Exchanges a refresh token for the next one. The one before the newest gives the same successor for thirty seconds;
   * any other that was used already is taken as stolen and ends the session.
   * @throws AppError `session_ended`
   */
  async rotate(
    { sessionId, generation }: RefreshClaims,
    ip: string,
  ): Promise<{ userId: string; claims: RefreshClaims }> {
    const outcome = await this.transactions.run(async () => {
      const now = this.clock.date();
      const session = await this.repository.findForUpdate(sessionId);
      if (!session || session.endedAt || session.expiresAt <= now || generation > session.generation) return undefined;
      const isPrevious =
        generation === session.generation - 1 && now.getTime() - session.rotatedAt.getTime() <= PREVIOUS_MS;
      if (generation < session.generation && !isPrevious) {
        await this.end(session.userId, { only: sessionId }, 'reused');
        return undefined;
      }
      if (!isPrevious) await this.advance(session, now, ip);
      return { userId: session.userId, claims: { sessionId, generation: session.generation } };
    });
    if (!outcome) throw sessionEnded();
    return outcome;
  }

  /**
   * Who the session speaks for, as confirmed within the last five seconds.
   * @throws AppError `session_ended` when it is over or the account is out of use
   */
  async confirm(sessionId: string): Promise<Principal> {
    const principal = await this.confirmed.get(sessionId, async () =>
      isId(sessionId) ? this.repository.findPrincipal(sessionId, this.clock.date()) : undefined,
    );
    if (!principal) throw sessionEnded();
    return principal;
  }

  /** Those of the sessions that are over. */
  async findEnded(sessionIds: readonly string[]): Promise<string[]> {
    return this.repository.findEnded(sessionIds, this.clock.date());
  }

  /** The user's sessions, the latest used first. */
  async list({ userId, sessionId }: Principal): Promise<Session[]> {
    const sessions = await this.repository.listOf(userId, this.clock.date());
    return sessions.map((session) => ({
      id: session.id,
      current: session.id === sessionId,
      userAgent: session.userAgent,
      ip: session.ip,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
    }));
  }

  /** Ends one session of the user. @throws AppError `not_found` when it is not theirs or over already */
  async endOne(userId: string, sessionId: string): Promise<void> {
    const ended = isId(sessionId) ? await this.end(userId, { only: sessionId }, 'signed_out') : [];
    if (ended.length === 0) throw notFound();
  }

  /** Ends sessions of a user and publishes `SessionsEnded`; returns which. From then on this node refuses them. */
  async end(userId: string, which: { only?: string; except?: string }, reason: SessionEndReason): Promise<string[]> {
    return this.transactions.run(async () => {
      const ended = await this.repository.end(userId, which, this.clock.date());
      if (ended.length > 0) await this.events.publish(new SessionsEnded(userId, ended, reason));
      this.transactions.afterCommit(() => {
        this.forget(ended);
      });
      return ended;
    });
  }

  /** Makes this node ask the database about the sessions again. */
  forget(sessionIds: readonly string[]): void {
    this.confirmed.forget(sessionIds);
  }

  /** Makes this node ask the database about every session of a user again. */
  forgetUser(userId: string): void {
    this.confirmed.forgetWhere((_, principal) => principal.userId === userId);
  }

  private async advance(session: SessionEntity, now: Date, ip: string): Promise<void> {
    session.generation += 1;
    session.rotatedAt = now;
    session.lastSeenAt = now;
    session.expiresAt = new Date(now.getTime() + IDLE_MS);
    session.ip = ip;
    await this.repository.rotate(session);
  }
}
