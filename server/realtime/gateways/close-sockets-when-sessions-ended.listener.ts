import { SessionsEnded } from '../../auth/auth.events.js';
import { SessionsService } from '../../auth/sessions.service.js';
import type { Listener } from '../../events/event.js';
import { OnEveryNode } from '../../events/listener.decorators.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

/** An ended session hears nothing more. */
@OnEveryNode(SessionsEnded)
export class CloseSocketsWhenSessionsEnded implements Listener<SessionsEnded> {
  constructor(
    private readonly sessions: SessionsService,
    private readonly emitter: RealtimeEmitter,
  ) {}

  handle({ sessionIds, reason }: SessionsEnded): Promise<void> {
    this.sessions.forget(sessionIds);
    this.emitter.endSessions(sessionIds, reason);
    return Promise.resolve();
  }
}
