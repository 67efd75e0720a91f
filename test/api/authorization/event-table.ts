import { randomUUID } from 'node:crypto';
import type { World } from './world.js';

export interface EventRow {
  /** For each role that can connect (outsider, member, moderator, room owner, admin): `ok`, or the code of the refusal. */
  answers: string;
  attempt: (world: World) => object;
}

function row(answers: string, attempt: EventRow['attempt']): EventRow {
  return { answers, attempt };
}

/** Without a session in use nobody connects; the code of the refusal for each role that cannot. */
export const CONNECTING = { nobody: 'unauthenticated', 'ended session': 'session_ended', deactivated: 'session_ended' };

/** Every event that a client may send and is answered, in a private room: written by hand. */
export const EVENTS: Record<string, EventRow> = {
  'session:renew': row('ok ok ok ok ok', ({ actor }) => ({ token: actor?.token })),
  'post:open': row('not_found ok ok ok not_found', ({ topic }) => ({ postId: topic.id })),
  'post:close': row('ok ok ok ok ok', ({ topic }) => ({ postId: topic.id })),
  'post:read': row('not_found ok ok ok not_found', ({ topic }) => ({ postId: topic.id, seq: 1 })),
  'post:unread': row('not_found ok ok ok not_found', ({ topic }) => ({ postId: topic.id, seq: 1 })),
  'message:send': row('not_found ok ok ok not_found', ({ topic }) => ({
    postId: topic.id,
    clientId: randomUUID(),
    text: 'hello',
  })),
  'message:edit': row('not_found ok forbidden forbidden not_found', ({ message }) => ({
    messageId: message.id,
    text: 'changed',
  })),
  'message:recall': row('not_found ok forbidden forbidden not_found', ({ message }) => ({ messageId: message.id })),
  'presence:watch': row('ok ok ok ok ok', ({ guest }) => ({ userIds: [guest.id] })),
};

/** Events without an answer; what they bring about is looked for in a test of its own. */
export const UNANSWERED = ['typing'];
