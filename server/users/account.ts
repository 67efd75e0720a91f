import type { User } from '#contracts/user.dto.js';

/** A user with what only they and admins may see. */
export interface Account extends User {
  email: string;
}
