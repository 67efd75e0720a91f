import type { WhoMayInvite } from '#contracts/organisation.dto.js';
import type { UserRole } from '#contracts/user.dto.js';

/** Whether a link of such a maker lets in who has no account. */
export function admitsNewcomers(whoMayInvite: WhoMayInvite, makerRole: UserRole): boolean {
  return whoMayInvite === 'members' || makerRole !== 'member';
}
