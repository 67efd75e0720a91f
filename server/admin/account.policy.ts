import type { UpdateUserDto } from '#contracts/admin.dto.js';
import type { UserRole } from '#contracts/user.dto.js';
import { AppError, forbidden } from '../platform/errors/app-error.js';

interface Person {
  id: string;
  role: UserRole;
}

/**
 * Owner over admin over member: nobody changes their own access, the owner's is changed by nobody, and only the owner
 * makes admins, unmakes them or takes them out of use.
 * @throws AppError `forbidden`, `last_owner`
 */
export function assertCanChangeAccess(actor: Person, target: Person, { role }: UpdateUserDto): void {
  if (target.role === 'owner') throw new AppError('last_owner', 'The owner stays. Hand the organisation over first.');
  if (target.id === actor.id) throw forbidden('Ask another admin to change your own access.');
  const touchesAdmins = target.role === 'admin' || role === 'admin';
  if (touchesAdmins && actor.role !== 'owner') throw forbidden('Only the owner may do this to admins.');
}
