import type { InviteDetails, InvitedRoomList, NewRoomInvite } from '#contracts/invite.dto.js';
import type { User } from '#contracts/user.dto.js';
import { type Answer, ask, body, type Refusal } from './answer.js';
import type { ChatUser } from './chat-user.js';

/** Makes a link into a room. */
export function makeLink(keeper: ChatUser, room: string, wish: object = {}): Promise<NewRoomInvite> {
  return body(keeper.post<NewRoomInvite>(`/api/rooms/${room}/invites`, wish));
}

export function checkInvite(address: string, token: unknown): Promise<Answer<InviteDetails & Refusal>> {
  return ask(address, '/api/invites/check', { method: 'POST', body: { token } });
}

export function acceptInvite(user: ChatUser, token: unknown): Promise<Answer<InvitedRoomList & Refusal>> {
  return user.post('/api/invites/acceptance', { token });
}

/** Registers with an invitation. */
export function registerInvited(
  address: string,
  invite: string,
  username: string,
  wish: object = {},
): Promise<Answer<{ user: User; accessToken: string } & Refusal>> {
  const account = { username, email: `${username}@example.test`, password: 'correct horse battery' };
  return ask(address, '/api/auth/register', { method: 'POST', body: { ...account, invite, ...wish } });
}
