import { randomUUID } from 'node:crypto';
import { type Row, row } from './row.js';

const wish = (): object => ({ clientId: randomUUID(), text: 'hello' });
const isFile = { isFile: true } as const;
const hasPictures = { hasPictures: true } as const;
const each = { room: 'each' } as const;

/**
 * The routes of rooms, posts, messages and files and what each role is answered, in a private room: written by hand, from the rules
 * of the house. Where somebody is refused, somebody else succeeds with the same attempt.
 */
export const ROOMS: Record<string, Row> = {
  //                       nobody ended deactivated outsider member moderator owner admin
  'GET /api/rooms': row('401 401 401 200 200 200 200 200'),
  'POST /api/rooms': row('401 401 401 201 201 201 201 201', () => ({ body: { name: 'New' } })),
  'GET /api/slugs': row('401 401 401 200 200 200 200 200', () => ({ query: '?for=room&name=x' })),
  'GET /api/rooms/:room': row('401 401 401 404 200 200 200 404'),
  'PATCH /api/rooms/:room': row('401 401 401 404 403 200 200 404', () => ({ body: { about: 'new' } })),
  'PUT /api/rooms/:room/image': row('401 401 401 404 403 200 200 404', () => ({ file: true })),
  'DELETE /api/rooms/:room/image': row('401 401 401 404 403 200 200 404', undefined, { ...each, ...hasPictures }),
  'PUT /api/rooms/:room/archive': row('401 401 401 404 403 403 200 404'),
  'DELETE /api/rooms/:room/archive': row('401 401 401 404 403 403 200 404'),
  'PUT /api/rooms/:room/favourite': row('401 401 401 404 204 204 204 404'),
  'DELETE /api/rooms/:room/favourite': row('401 401 401 404 204 204 204 404'),
  'GET /api/rooms/:room/deletion': row('401 401 401 404 403 403 200 404'),
  'POST /api/rooms/:room/deletion': row('401 401 401 404 403 403 204 404', ({ room }) => ({
    body: { confirmName: room.name },
  })),
  'GET /api/rooms/:room/members': row('401 401 401 404 200 200 200 404'),
  'PUT /api/rooms/:room/membership': row('401 401 401 404 200 200 200 404'),
  'DELETE /api/rooms/:room/membership': row('401 401 401 404 204 204 409:room_owner_cannot_leave 404'),
  'PUT /api/rooms/:room/members/:username': row('401 401 401 404 403 403 200 404', () => ({
    body: { role: 'moderator' },
  })),
  'DELETE /api/rooms/:room/members/:username': row('401 401 401 404 403 204 204 404', undefined, each),
  'GET /api/rooms/:room/requests': row('401 401 401 404 403 200 200 404'),
  'POST /api/rooms/:room/requests': row('401 401 401 202 202 202 202 202'),
  'DELETE /api/rooms/:room/requests/:username': row(
    '401 401 401 404 403 204 204 404',
    ({ asking }) => ({
      username: asking.name,
    }),
    each,
  ),
  'GET /api/rooms/:room/invites': row('401 401 401 404 403 200 200 404'),
  'POST /api/rooms/:room/invites': row('401 401 401 404 403 201 201 404', () => ({ body: { uses: 1 } })),
  'DELETE /api/rooms/:room/invites/:id': row('401 401 401 404 403 204 204 404', ({ link }) => ({ id: link.id }), each),
  'POST /api/invites/check': row('200 200 200 200 200 200 200 200', ({ link }) => ({ body: { token: link.token } })),
  'POST /api/invites/acceptance': row('401 401 401 200 200 200 200 200', ({ link }) => ({
    body: { token: link.token },
  })),
  'GET /api/rooms/:room/files': row('401 401 401 404 200 200 200 404'),

  'GET /api/rooms/:room/posts': row('401 401 401 404 200 200 200 404'),
  'POST /api/rooms/:room/posts': row('401 401 401 404 201 201 201 404', () => ({ body: { title: 'New' } })),
  'GET /api/rooms/:room/posts/:post': row('401 401 401 404 200 200 200 404'),
  'PATCH /api/rooms/:room/posts/:post': row('401 401 401 404 200 200 200 404', () => ({ body: { title: 'Other' } })),
  'PUT /api/rooms/:room/posts/:post/image': row('401 401 401 404 200 200 200 404', () => ({ file: true })),
  'DELETE /api/rooms/:room/posts/:post/image': row('401 401 401 404 200 200 200 404', undefined, {
    ...each,
    ...hasPictures,
  }),
  'GET /api/rooms/:room/posts/:post/revisions': row('401 401 401 404 200 200 200 404'),
  'GET /api/rooms/:room/posts/:post/deletion': row('401 401 401 404 200 200 200 404'),
  'POST /api/rooms/:room/posts/:post/deletion': row(
    '401 401 401 404 204 204 204 404',
    ({ topic }) => ({
      body: { confirmTitle: topic.title },
    }),
    each,
  ),
  'GET /api/tags': row('401 401 401 200 200 200 200 200'),

  'GET /api/posts/:id/messages': row('401 401 401 404 200 200 200 404', ({ topic }) => ({ id: topic.id })),
  'GET /api/posts/:id/people': row('401 401 401 404 200 200 200 404', ({ topic }) => ({ id: topic.id })),
  'GET /api/posts/:id/files': row('401 401 401 404 200 200 200 404', ({ topic }) => ({ id: topic.id })),
  'POST /api/posts/:id/messages': row('401 401 401 404 201 201 201 404', ({ topic }) => ({
    id: topic.id,
    body: wish(),
  })),
  'PATCH /api/messages/:id': row('401 401 401 404 200 403 403 404', ({ message }) => ({
    id: message.id,
    body: { text: 'changed' },
  })),
  'POST /api/messages/:id/recall': row('401 401 401 404 200 403 403 404', ({ message }) => ({ id: message.id })),

  'POST /api/messages/:id/removal': row(
    '401 401 401 404 403 200 200 404',
    ({ message }) => ({
      id: message.id,
      body: { reason: 'Off topic' },
    }),
    each,
  ),
  'GET /api/messages/:id/removal': row('401 401 401 404 200 200 200 404', ({ removed }) => ({ id: removed.id })),
  'POST /api/messages/:id/forward': row('401 401 401 404 201 201 201 404', ({ message, topic }) => ({
    id: message.id,
    body: { postId: topic.id, clientId: randomUUID() },
  })),
  'GET /api/messages/:id/source': row('401 401 401 404 200 200 200 404', ({ forwarded }) => ({ id: forwarded.id })),

  'POST /api/attachments': row('401 401 401 404 201 201 201 404', ({ room }) => ({
    query: `?roomId=${room.id}`,
    file: true,
  })),
  'PATCH /api/attachments/:id': row(
    '401 401 401 404 200 404 404 404',
    ({ unsent }) => ({ id: unsent.id, body: { alt: 'a picture' } }),
    hasPictures,
  ),
  'DELETE /api/attachments/:id': row('401 401 401 404 204 404 404 404', ({ unsent }) => ({ id: unsent.id })),
  'GET /api/files/attachments/:id/:name': row(
    '401 401 401 404 200 200 200 404',
    ({ sent }) => ({ id: sent.id }),
    isFile,
  ),
  'GET /api/files/attachments/:id/thumbnail': row(
    '401 401 401 404 200 404 404 404',
    ({ unsent }) => ({ id: unsent.id }),
    { ...isFile, ...hasPictures },
  ),
  'GET /api/files/images/:id': row(
    '401 401 401 404 200 200 200 404',
    ({ room }) => ({ id: room.imageUrl?.split('/').at(-1) ?? 'none' }),
    { ...isFile, ...hasPictures },
  ),
  'GET /api/files/logo/:id': row('200 200 200 200 200 200 200 200', ({ logoId }) => ({ id: logoId }), {
    ...isFile,
    ...hasPictures,
  }),

  'GET /api/sync': row('401 401 401 200 200 200 200 200'),
};
