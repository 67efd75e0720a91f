import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { AppError, forbidden } from '../../platform/errors/app-error.js';

/** An account as it is while both it and that of who acts are held. */
export interface HeldAccount {
  id: string;
  username: string;
  displayName: string;
  role: UserRole;
  status: UserStatus;
}

/** @throws AppError `forbidden` for whom meanwhile another admin took the role, or out of use */
function assertIsAdmin(actor: HeldAccount | undefined): asserts actor is HeldAccount {
  if (actor?.status !== 'active' || actor.role === 'member') throw forbidden('This needs an admin.');
}

/**
 * Owner over admin over member: nobody acts upon their own account here, nobody upon the owner's, and only the owner upon
 * those of admins.
 * @throws AppError `forbidden`, `last_owner`
 */
export function assertCanActOn(actor: HeldAccount, target: HeldAccount): void {
  assertIsAdmin(actor);
  if (target.role === 'owner') throw new AppError('last_owner', 'The owner stays. Hand the organisation over first.');
  if (target.id === actor.id) throw forbidden('Ask another admin to change your own access.');
  if (target.role === 'admin' && actor.role !== 'owner') throw forbidden('Only the owner may do this to admins.');
}

/** As `assertCanActOn`; and only the owner makes admins. @throws AppError `forbidden`, `last_owner` */
export function assertCanChangeAccess(actor: HeldAccount, target: HeldAccount, role: UserRole | undefined): void {
  assertCanActOn(actor, target);
  if (role !== undefined) assertCanMake(actor, role);
}

/** Admins make and invite members, and the owner makes and invites admins. @throws AppError `forbidden` */
export function assertCanMake(actor: HeldAccount | undefined, role: UserRole): void {
  assertIsAdmin(actor);
  if (role !== 'member' && actor.role !== 'owner') throw forbidden('Only the owner may make admins.');
}

/** The owner gives the organisation to somebody whose account is in use. @throws AppError `forbidden` */
export function assertCanHandOver(actor: HeldAccount, target: HeldAccount): void {
  if (actor.role !== 'owner' || actor.status !== 'active')
    throw forbidden('Only the owner may hand the organisation over.');
  if (target.id === actor.id) throw forbidden('You are the owner already.');
  if (target.status !== 'active') throw forbidden('Their account is not in use.');
}
