import { describe, expect, it } from '@jest/globals';
import type { RoomRole } from '#contracts/room.dto.js';
import type { RoomAccess } from './room-access.js';
import { assertCanModerate, assertCanRead, assertCanRemove, assertCanSetRole, assertCanWrite } from './room.policy.js';

const room = (visibility: RoomAccess['visibility'], role: RoomRole | null, isArchived = false): RoomAccess => ({
  roomId: 'r',
  visibility,
  role,
  isArchived,
});

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'ok';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('what one may do in a room', () => {
  it.each([
    ['no such room', undefined, ['not_found', 'not_found', 'not_found']],
    ['a visitor of a public one', room('public', null), ['ok', 'forbidden', 'forbidden']],
    ['an outsider of a private one', room('private', null), ['not_found', 'not_found', 'not_found']],
    ['a member', room('private', 'member'), ['ok', 'ok', 'forbidden']],
    ['a moderator', room('private', 'moderator'), ['ok', 'ok', 'ok']],
    ['the owner of an archived one', room('public', 'owner', true), ['ok', 'read_only', 'ok']],
  ])('read, write, moderate: %s', (_, access, codes) => {
    expect(
      [assertCanRead, assertCanWrite, assertCanModerate].map((assertMay) => codeOf(() => assertMay(access))),
    ).toEqual(codes);
  });

  it.each([
    ['a moderator adds a member', 'moderator', null, 'member', 'ok'],
    ['a moderator adds no moderator', 'moderator', null, 'moderator', 'forbidden'],
    ['a moderator lifts nobody', 'moderator', 'member', 'moderator', 'forbidden'],
    ['the owner lifts a member', 'owner', 'member', 'moderator', 'ok'],
    ['the owner hands over', 'owner', 'member', 'owner', 'ok'],
    ['the owner does not step down alone', 'owner', 'owner', 'member', 'room_owner_cannot_leave'],
    ['the same role changes nothing', 'moderator', 'moderator', 'moderator', 'ok'],
  ] as const)('roles: %s', (_, actor, present, wanted, code) => {
    expect(
      codeOf(() => {
        assertCanSetRole(room('public', actor), present, wanted);
      }),
    ).toBe(code);
  });

  it.each([
    ['a moderator removes a member', 'moderator', 'member', 'ok'],
    ['a moderator removes no moderator', 'moderator', 'moderator', 'forbidden'],
    ['the owner removes a moderator', 'owner', 'moderator', 'ok'],
    ['nobody removes the owner', 'owner', 'owner', 'room_owner_cannot_leave'],
  ] as const)('removal: %s', (_, actor, present, code) => {
    expect(
      codeOf(() => {
        assertCanRemove(room('public', actor), present);
      }),
    ).toBe(code);
  });
});
