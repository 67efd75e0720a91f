import { randomUUID } from 'node:crypto';
import { leaveFailedJob } from '../../kit/failed-job.js';
import { type Row, row } from './row.js';

const shared = { room: 'shared' } as const;

/** The routes of the console and what each role is answered: everybody without a session 401, everybody who is no admin 403. */
export const ADMIN: Record<string, Row> = {
  //                       nobody ended deactivated outsider member moderator owner admin
  'GET /api/admin/users': row('401 401 401 403 403 403 403 200'),
  'PATCH /api/admin/users/:id': row(
    '401 401 401 403 403 403 403 200',
    ({ guest }) => ({
      id: guest.id,
      body: { status: 'active' },
    }),
    shared,
  ),
  'POST /api/admin/users': row(
    '401 401 401 403 403 403 403 201',
    () => {
      const username = `new${randomUUID().slice(0, 8)}`;
      return { body: { username, email: `${username}@example.test` } };
    },
    shared,
  ),
  'POST /api/admin/users/:id/password-link': row(
    '401 401 401 403 403 403 403 201',
    ({ guest }) => ({ id: guest.id }),
    shared,
  ),
  'GET /api/admin/users/counts': row('401 401 401 403 403 403 403 200'),
  'POST /api/admin/users/bulk': row(
    '401 401 401 403 403 403 403 200',
    ({ guest }) => ({
      body: { action: 'endSessions', ids: [guest.id] },
    }),
    shared,
  ),
  'POST /api/admin/users/:id/sessions/ending': row('401 401 401 403 403 403 403 200', ({ guest }) => ({
    id: guest.id,
  })),
  'GET /api/admin/invitations': row('401 401 401 403 403 403 403 200'),
  'POST /api/admin/invitations': row('401 401 401 403 403 403 403 201', () => ({
    body: { email: `${randomUUID().slice(0, 8)}@example.test` },
  })),
  'POST /api/admin/invitations/:id/renewal': row('401 401 401 403 403 403 403 201', ({ invitationId }) => ({
    id: invitationId,
  })),
  'DELETE /api/admin/invitations/:id': row('401 401 401 403 403 403 403 204', ({ invitationId }) => ({
    id: invitationId,
  })),
  'GET /api/admin/rooms': row('401 401 401 403 403 403 403 200'),
  'PUT /api/admin/rooms/:id/archive': row('401 401 401 403 403 403 403 200', ({ room }) => ({ id: room.id })),
  'DELETE /api/admin/rooms/:id/archive': row('401 401 401 403 403 403 403 200', ({ room }) => ({ id: room.id })),
  'PUT /api/admin/rooms/:id/owner': row('401 401 401 403 403 403 403 200', ({ room, guest }) => ({
    id: room.id,
    body: { username: guest.name },
  })),
  'POST /api/admin/rooms/:id/joining': row('401 401 401 403 403 403 403 200', ({ room }) => ({ id: room.id })),
  'POST /api/admin/rooms/:id/deletion': row('401 401 401 403 403 403 403 204', ({ room }) => ({
    id: room.id,
    body: { confirmName: room.name },
  })),
  'GET /api/admin/posts': row('401 401 401 403 403 403 403 200'),
  // Of a public room: in a private one an admin from outside finds nothing.
  'POST /api/admin/posts/:id/deletion': row('401 401 401 403 403 403 403 204', ({ openTopic }) => ({
    id: openTopic.id,
    body: { confirmTitle: openTopic.title },
  })),
  'GET /api/admin/messages': row('401 401 401 403 403 403 403 200'),
  'POST /api/admin/messages/:id/removal': row('401 401 401 403 403 403 403 200', ({ openMessage }) => ({
    id: openMessage.id,
    body: { reason: 'Off topic' },
  })),
  'GET /api/admin/tags': row('401 401 401 403 403 403 403 200'),
  'PATCH /api/admin/tags/:name': row('401 401 401 403 403 403 403 200', ({ openTopic }) => ({
    name: openTopic.tags[0]!,
    body: { name: `${openTopic.tags[0]}-2` },
  })),
  'POST /api/admin/tags/:name/merge': row('401 401 401 403 403 403 403 200', ({ openTopic }) => ({
    name: openTopic.tags[0]!,
    body: { into: 'tag' },
  })),
  'DELETE /api/admin/tags/:name': row('401 401 401 403 403 403 403 200', ({ openTopic }) => ({
    name: openTopic.tags[0]!,
  })),
  'GET /api/admin/audit': row('401 401 401 403 403 403 403 200'),
  'GET /api/admin/audit.csv': row('401 401 401 403 403 403 403 200', undefined, { isFile: true }),
  'GET /api/admin/health': row('401 401 401 403 403 403 403 200'),
  'GET /api/admin/health/jobs/:id': row('401 401 401 403 403 403 403 200', ({ room }) => ({ id: room.id })),
  'POST /api/admin/health/jobs/:id/retry': row('401 401 401 403 403 403 403 204', ({ room }) => ({ id: room.id }), {
    prepare: (server, { room }) => leaveFailedJob(server, room.id),
  }),
  'GET /api/admin/settings': row('401 401 401 403 403 403 403 200'),
  'PATCH /api/admin/settings': row('401 401 401 403 403 403 403 200', () => ({ body: { name: 'Lantern' } }), shared),
  'PUT /api/admin/settings/logo': row('401 401 401 403 403 403 403 200', () => ({ file: true }), shared),
  'DELETE /api/admin/settings/logo': row('401 401 401 403 403 403 403 200', undefined, shared),

  // The last one: from here on the founder of the cast is no longer the owner.
  'POST /api/admin/users/:id/ownership': row('401 401 401 403 403 403 403 403', ({ guest }) => ({ id: guest.id }), {
    founder: '200',
  }),
};
