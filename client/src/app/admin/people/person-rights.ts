import type { AdminUser } from '#contracts/admin.dto.js';
import type { User } from '#contracts/user.dto.js';

/** What somebody may do to an account here; the server has the last word (`server/admin/people/account.policy.ts`). */
export interface PersonRights {
  /** Deactivate, reactivate, end sessions. */
  act: boolean;
  /** Make admin, or member. */
  changeRole: boolean;
  makePasswordLink: boolean;
  handOver: boolean;
}

/** Owner over admin over member; nobody acts upon their own account, nobody upon the owner's. */
export function rightsOver({ id, role, status }: AdminUser, self: User | null): PersonRights {
  const isOwner = self?.role === 'owner';
  const act = self !== null && id !== self.id && role !== 'owner' && (role === 'member' || isOwner);
  return {
    act,
    changeRole: act && isOwner,
    makePasswordLink: act && status !== 'deactivated',
    handOver: act && isOwner && status === 'active',
  };
}
