import { describe, expect, it } from '@jest/globals';
import type { AdminUser } from '#contracts/admin.dto.js';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { rightsOver } from './person-rights';

const person = (id: string, role: UserRole, status: UserStatus = 'active'): AdminUser => ({
  ...{ id, role, status, username: id, displayName: id },
  ...{ email: `${id}@example.org`, createdAt: '2026-06-03T09:00:00.000Z', roomCount: 0 },
});
const owner = person('hanna', 'owner');
const admin = person('lei', 'admin');
const member = person('ana', 'member');
const NOTHING = { act: false, changeRole: false, makePasswordLink: false, handOver: false };
const EVERYTHING = { act: true, changeRole: true, makePasswordLink: true, handOver: true };

describe('what is offered to do to an account', () => {
  it('is everything to the owner, except upon themselves', () => {
    expect([admin, member, owner].map((one) => rightsOver(one, owner))).toEqual([EVERYTHING, EVERYTHING, NOTHING]);
  });

  it('is to admins the access of members only, and no role', () => {
    const upon = (one: AdminUser) => rightsOver(one, admin);
    expect([owner, admin, person('mo', 'admin')].map(upon)).toEqual([NOTHING, NOTHING, NOTHING]);
    expect(upon(member)).toEqual({ act: true, changeRole: false, makePasswordLink: true, handOver: false });
  });

  it('has no link and no organisation for an account that is not in use', () => {
    expect(rightsOver(person('ana', 'member', 'deactivated'), owner)).toEqual({
      ...EVERYTHING,
      makePasswordLink: false,
      handOver: false,
    });
  });

  it('has a link, but not the organisation, for an account to which nobody has come yet', () => {
    const rights = rightsOver(person('ana', 'member', 'invited'), owner);
    expect(rights).toEqual({ ...EVERYTHING, handOver: false });
  });
});
