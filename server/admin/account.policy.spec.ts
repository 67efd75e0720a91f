import { describe, expect, it } from '@jest/globals';
import type { UserRole } from '#contracts/user.dto.js';
import { assertCanChangeAccess } from './account.policy.js';

const person = (role: UserRole, id: string = role): { id: string; role: UserRole } => ({ id, role });

describe('assertCanChangeAccess', () => {
  it.each([
    [
      'the owner is changed by nobody',
      person('admin'),
      person('owner'),
      { status: 'deactivated' as const },
      'last_owner',
    ],
    [
      'the owner does not change themselves',
      person('owner'),
      person('owner'),
      { role: 'member' as const },
      'last_owner',
    ],
    ['nobody changes themselves', person('admin'), person('admin'), { role: 'member' as const }, 'forbidden'],
    ['an admin makes no admin', person('admin'), person('member'), { role: 'admin' as const }, 'forbidden'],
    [
      'an admin does not deactivate another',
      person('admin'),
      person('admin', 'other'),
      { status: 'deactivated' as const },
      'forbidden',
    ],
  ])('%s', (_, actor, target, change, code) => {
    expect(() => {
      assertCanChangeAccess(actor, target, change);
    }).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['an admin deactivates a member', person('admin'), person('member'), { status: 'deactivated' as const }],
    ['the owner makes an admin', person('owner'), person('member'), { role: 'admin' as const }],
    ['the owner unmakes an admin', person('owner'), person('admin'), { role: 'member' as const }],
  ])('%s', (_, actor, target, change) => {
    expect(() => {
      assertCanChangeAccess(actor, target, change);
    }).not.toThrow();
  });
});
