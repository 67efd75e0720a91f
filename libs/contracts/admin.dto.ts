import { IsIn } from 'class-validator';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { PageQuery } from './page.dto.js';
import { failsAs, IsName } from './text.decorators.js';
import { User, USER_ROLES, USER_STATUSES, type UserRole, type UserStatus } from './user.dto.js';

/** A user as admins see them. */
export class AdminUser extends User {
  email!: string;
}

export class AdminUserPage {
  items!: AdminUser[];
  nextCursor?: string;
  total?: number;
}

export class AdminUsersQuery extends PageQuery {
  /** Part of the username, display name or e-mail. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  @Optional()
  @IsIn(USER_ROLES, failsAs('invalid'))
  role?: UserRole;

  @Optional()
  @IsIn(USER_STATUSES, failsAs('invalid'))
  status?: UserStatus;
}

const SETTABLE_ROLES = ['admin', 'member'] as const;
const SETTABLE_STATUSES = ['active', 'deactivated'] as const;

/** What an admin changes about an account; what is absent stays. */
export class UpdateUserDto {
  @Optional()
  @IsIn(SETTABLE_ROLES, failsAs('invalid'))
  role?: (typeof SETTABLE_ROLES)[number];

  @Optional()
  @IsIn(SETTABLE_STATUSES, failsAs('invalid'))
  status?: (typeof SETTABLE_STATUSES)[number];
}
