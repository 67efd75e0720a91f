import { SessionsEnded } from '../../auth/auth.events.js';
import type { Listener } from '../../events/event.js';
import { AfterCommit } from '../../events/listener.decorators.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

/** An ended session hears nothing more. */
@AfterCommit(SessionsEnded)
export class CloseSocketsWhenSessionsEnded implements Listener<SessionsEnded> {
  constructor(private readonly emitter: RealtimeEmitter) {}

  handle({ sessionIds, reason }: SessionsEnded): Promise<void> {
    this.emitter.endSessions(sessionIds, reason);
    return Promise.resolve();
  }
}
