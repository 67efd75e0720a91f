import type { ChatUser } from '../../kit/api/chat-user.js';
import type { TestServer } from '../../kit/api/test-server.js';
import { claimsOf, signToken } from '../../kit/api/tokens.js';

/** Who asks, in the order of the columns of the tables. */
export const ROLES = [
  'nobody',
  'ended session',
  'deactivated',
  'outsider',
  'member',
  'moderator',
  'room owner',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

/** One account for each role. The admin is one of the organisation and in none of the rooms. */
export interface Cast {
  /** The first account, which owns the organisation. */
  founder: ChatUser;
  /** Undefined for who has no session. */
  people: Record<Role, ChatUser | undefined>;
  /** A further member of the rooms, whom the others do something to. */
  guest: ChatUser;
  /** Has asked to join each room. */
  asking: ChatUser;
}

/** Makes the accounts. @param founder the organisation's owner, when there is one already */
export async function makeCast(server: TestServer, founder?: ChatUser): Promise<Cast> {
  const first = founder ?? (await server.register('founder'));
  const [ended, deactivated, outsider, member, moderator, owner, admin, guest, asking] = await server.registerAll(
    ...(['ended', 'deactivated', 'outsider', 'member', 'moderator', 'owner', 'admin', 'guest', 'asking'] as const),
  );
  await first.patch(`/api/admin/users/${admin.id}`, { role: 'admin' });
  await first.patch(`/api/admin/users/${deactivated.id}`, { status: 'deactivated' });
  await ended.post('/api/auth/logout', {});
  const people = {
    nobody: undefined,
    'ended session': ended,
    deactivated,
    outsider,
    member,
    moderator,
    'room owner': owner,
    admin,
  };
  return { founder: first, people, guest, asking };
}

/** Gives everybody a token for another ten minutes; whose session is over keeps one of that session. */
export function keepSignedIn({ founder, people, guest, asking }: Cast): void {
  for (const person of [founder, guest, asking, ...Object.values(people)]) {
    if (person) person.token = signToken({ ...claimsOf(person.token), exp: Math.floor(Date.now() / 1000) + 600 });
  }
}
