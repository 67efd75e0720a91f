import { randomUUID } from 'node:crypto';
import type { ChatUser } from '../../kit/api/chat-user.js';
import { plantPasswordCode, plantPasswordLink } from '../../kit/api/planted-secrets.js';
import type { TestServer } from '../../kit/api/test-server.js';
import { type Row, row as anyRow } from './row.js';
import type { World } from './world.js';

/** The session that a bearer token belongs to; any id for who has none. */
function sessionOf(actor: ChatUser | undefined): string {
  const payload = actor?.token.split('.')[1];
  return payload === undefined
    ? randomUUID()
    : (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string }).sid;
}

const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'another horse battery';
/** Of each guest. */
const links = new Map<string, string>();
async function plantLink(server: TestServer, { guest }: World): Promise<void> {
  links.set(guest.id, await plantPasswordLink(server, guest));
}

const usesUp = { usesUp: true } as const;
const isFile = { isFile: true } as const;
const row = (answers: string, attempt?: Row['attempt'], more: Partial<Row> = {}): Row =>
  anyRow(answers, attempt, { room: 'shared', ...more });

/** The routes of everybody, of accounts, people and profiles, and what each role is answered: written by hand, from the rules of the house. */
export const ACCOUNTS: Record<string, Row> = {
  //                       nobody ended deactivated outsider member moderator owner admin
  'GET /api/config': row('200 200 200 200 200 200 200 200'),
  'GET /api/health/live': row('200 200 200 200 200 200 200 200'),
  'GET /api/health/ready': row('200 200 200 200 200 200 200 200'),
  'GET /metrics': row('200 200 200 200 200 200 200 200', undefined, isFile),
  'GET /api/docs': row('200 200 200 200 200 200 200 200', undefined, isFile),
  'GET /api/openapi.json': row('200 200 200 200 200 200 200 200', undefined, isFile),
  'GET /api/socket-protocol.json': row('200 200 200 200 200 200 200 200', undefined, isFile),

  'POST /api/auth/register': row('201 201 201 201 201 201 201 201', () => {
    const username = `new${randomUUID().slice(0, 8)}`;
    return { body: { username, email: `${username}@example.test`, password: PASSWORD } };
  }),
  'POST /api/auth/login': row('200 200 200 200 200 200 200 200', ({ guest }) => ({
    body: { login: guest.name, password: PASSWORD },
  })),
  'POST /api/auth/refresh': row('401 401 401 200 200 200 200 200', () => ({ cookie: true }), usesUp),
  'POST /api/auth/logout': row('401 204 204 204 204 204 204 204', undefined, usesUp),
  'GET /api/auth/sessions': row('401 401 401 200 200 200 200 200'),
  'DELETE /api/auth/sessions/:id': row(
    '401 401 401 204 204 204 204 204',
    ({ actor }) => ({ id: sessionOf(actor) }),
    usesUp,
  ),
  'POST /api/auth/password': row(
    '401 401 401 204 204 204 204 204',
    () => ({ body: { oldPassword: PASSWORD, newPassword: NEW_PASSWORD } }),
    usesUp,
  ),

  'POST /api/auth/email-codes': row('202 202 202 202 202 202 202 202', () => ({ body: { email: 'new@example.test' } })),
  'POST /api/auth/password-resets': row('202 202 202 202 202 202 202 202', ({ guest }) => ({
    body: { email: guest.email },
  })),
  'POST /api/auth/password-resets/confirm': row(
    '204 204 204 204 204 204 204 204',
    ({ guest }) => ({ body: { email: guest.email, code: '123456', newPassword: NEW_PASSWORD } }),
    { ...usesUp, prepare: (server, { guest }) => plantPasswordCode(server, guest.email, '123456') },
  ),
  'POST /api/auth/password-links/check': row(
    '200 200 200 200 200 200 200 200',
    ({ guest }) => ({ body: { token: links.get(guest.id) } }),
    { prepare: plantLink },
  ),
  'POST /api/auth/password-links': row(
    '204 204 204 204 204 204 204 204',
    ({ guest }) => ({ body: { token: links.get(guest.id), newPassword: NEW_PASSWORD } }),
    { ...usesUp, prepare: plantLink },
  ),

  'GET /api/users': row('401 401 401 200 200 200 200 200'),
  'GET /api/users/me': row('401 401 401 200 200 200 200 200'),
  'PATCH /api/users/me': row(
    '401 401 401 200 200 200 200 200',
    ({ actor }) => ({ body: { password: PASSWORD, username: `${actor?.name}-2` } }),
    usesUp,
  ),
  'POST /api/users/me/email-codes': row('401 401 401 202 202 202 202 202', () => ({
    body: { email: 'new@example.test' },
  })),
  'POST /api/users/me/deactivation': row(
    '401 401 401 204 204 204 409:owns_rooms 204',
    ({ actor }) => ({ body: { password: PASSWORD, confirmUsername: actor?.name ?? 'nobody' } }),
    { ...usesUp, room: 'own' },
  ),
  'GET /api/users/:username': row('401 401 401 200 200 200 200 200'),
  'GET /api/profiles/:username': row('401 401 401 200 200 200 200 200'),
  'PATCH /api/profiles/me': row('401 401 401 200 200 200 200 200', () => ({ body: { aboutMe: 'me' } })),
  'PUT /api/profiles/me/image': row('401 401 401 200 200 200 200 200', () => ({ file: true })),
  'DELETE /api/profiles/me/image': row('401 401 401 200 200 200 200 200'),
};
