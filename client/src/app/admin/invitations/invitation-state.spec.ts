import { describe, expect, it } from '@jest/globals';
import type { Invitation } from '#contracts/invite.dto.js';
import type { User } from '#contracts/user.dto.js';
import { lookOf } from './invitation-state';

const NOW = Date.parse('2026-06-03T09:00:00.000Z');
const hanna: User = { id: 'hanna', username: 'hanna', displayName: 'Hanna', role: 'admin', status: 'active' };
const invitation: Invitation = {
  ...{ id: 'i', email: 'sam@example.org', role: 'member', roomIds: [], invitedBy: hanna },
  ...{ createdAt: '2026-06-01T09:00:00.000Z', expiresAt: '2026-06-08T09:00:00.000Z' },
};
const labelOf = (changes: Partial<Invitation>) => lookOf({ ...invitation, ...changes }, NOW).label;

describe('how an invitation stands', () => {
  it('waits for its person until its time is over', () => {
    expect(labelOf({})).toBe('admin-invitations.waits');
    expect(labelOf({ expiresAt: '2026-06-03T09:00:00.000Z' })).toBe('admin-invitations.isOver');
  });

  it('is good for nothing once whoever sent it is no admin any more', () => {
    expect(labelOf({ invitedBy: { ...hanna, role: 'member' } })).toBe('admin-invitations.isVoid');
    expect(labelOf({ invitedBy: { ...hanna, status: 'deactivated' } })).toBe('admin-invitations.isVoid');
  });
});
