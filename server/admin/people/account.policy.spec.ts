import { describe, expect, it } from '@jest/globals';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { assertCanChangeAccess, assertCanHandOver, type HeldAccount } from './account.policy.js';

function person(role: UserRole, id: string = role, status: UserStatus = 'active'): HeldAccount {
  return { id, role, status, username: id, displayName: id };
}

const [owner, admin, member] = [person('owner'), person('admin'), person('member')];

describe('who may change whose access', () => {
  it.each([
    ['the owner is changed by nobody', admin, owner, undefined, 'last_owner'],
    ['the owner does not change themselves', owner, owner, 'member', 'last_owner'],
    ['nobody changes themselves', admin, admin, 'member', 'forbidden'],
    ['nobody lifts themselves', member, member, 'admin', 'forbidden'],
    ['a member changes nobody', member, person('member', 'other'), undefined, 'forbidden'],
    ['an admin makes no admin', admin, member, 'admin', 'forbidden'],
    ['an admin does nothing to another', admin, person('admin', 'other'), undefined, 'forbidden'],
    ['an admin out of use does nothing', person('admin', 'gone', 'deactivated'), member, undefined, 'forbidden'],
  ] as const)('%s', (_, actor, target, role, code) => {
    expect(() => {
      assertCanChangeAccess(actor, target, role);
    }).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['an admin changes a member', admin, member, 'member'],
    ['the owner makes an admin', owner, member, 'admin'],
    ['the owner unmakes an admin', owner, admin, 'member'],
  ] as const)('%s', (_, actor, target, role) => {
    expect(() => {
      assertCanChangeAccess(actor, target, role);
    }).not.toThrow();
  });
});

describe('who may hand the organisation over', () => {
  it.each([
    ['not an admin', admin, member],
    ['not to themselves', owner, owner],
    ['not to an account out of use', owner, person('member', 'gone', 'deactivated')],
    ['not to somebody who is only invited', owner, person('member', 'new', 'invited')],
  ])('%s', (_, actor, target) => {
    expect(() => {
      assertCanHandOver(actor, target);
    }).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it.each([member, admin])('the owner, to somebody in use', (target) => {
    expect(() => {
      assertCanHandOver(owner, target);
    }).not.toThrow();
  });
});
