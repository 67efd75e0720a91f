import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { AccountNames } from './auth.dto.js';
import type { ErrorCode } from './error-codes.js';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { PageQuery } from './page.dto.js';
import { failsAs, IsName } from './text.decorators.js';
import { User, USER_ROLES, USER_STATUSES, type UserRole, type UserStatus } from './user.dto.js';
import { IsUUID } from './value.decorators.js';

/** A user as admins see them. */
export class AdminUser extends User {
  email!: string;
  createdAt!: string;
  /** Rooms that they are a member of, private ones among them. */
  roomCount!: number;
}

export class AdminUserPage {
  items!: AdminUser[];
  nextCursor?: string;
  total?: number;
}

export const SORT_ORDERS = ['asc', 'desc'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** How a list of the console is asked for. */
export class AdminListQuery extends PageQuery {
  /** `asc` when absent. */
  @Optional()
  @IsIn(SORT_ORDERS, failsAs('invalid'))
  order?: SortOrder;
}

export const USER_SORTS = ['name', 'created', 'lastSeen'] as const;
export type UserSort = (typeof USER_SORTS)[number];

export class AdminUsersQuery extends AdminListQuery {
  /** Words of which each is part of the username or display name, or of how the latter is spoken; or each of the e-mail. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  @Optional()
  @IsIn(USER_ROLES, failsAs('invalid'))
  role?: UserRole;

  @Optional()
  @IsIn(USER_STATUSES, failsAs('invalid'))
  status?: UserStatus;

  /** `name` when absent; who was never seen counts as seen before everybody. */
  @Optional()
  @IsIn(USER_SORTS, failsAs('invalid'))
  sort?: UserSort;
}

/** How many accounts there are. */
export class UserCounts {
  total!: number;
  /** Accounts in use that are owner or admin. */
  admins!: number;
  active!: number;
  invited!: number;
  deactivated!: number;
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

/** An account that an admin makes for somebody. */
export class CreateUserDto extends AccountNames {
  /** `member` when absent. */
  @Optional()
  @IsIn(SETTABLE_ROLES, failsAs('invalid'))
  role?: (typeof SETTABLE_ROLES)[number];
}

/** A link that sets a password once. It is shown only now: hand it on. */
export class PasswordLink {
  /** Whole address to open. */
  url!: string;
  expiresAt!: string;
}

/** An account that nobody can sign in to before the link was opened. */
export class CreatedUser {
  user!: AdminUser;
  passwordLink!: PasswordLink;
}

/** A room without what is in it. */
export class NamedRoom {
  id!: string;
  slug!: string;
  name!: string;
}

/** An account as it is after a change. */
export class ChangedUser {
  user!: AdminUser;
  /** Rooms that a deactivated person still owns: they go on, and an admin can give them another owner. */
  ownedRooms!: NamedRoom[];
}

/** How many sessions were ended. */
export class EndedSessions {
  ended!: number;
}

export const BULK_ACTIONS = ['deactivate', 'reactivate', 'makeAdmin', 'makeMember', 'endSessions'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** One thing to do to several accounts. */
export class BulkUsersDto {
  @IsIn(BULK_ACTIONS, failsAs('invalid'))
  action!: BulkAction;

  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.pageSize.max, failsAs('too_many'))
  @ArrayUnique(failsAs('invalid', 'An account is there twice.'))
  @IsUUID({ each: true })
  ids!: string[];
}

/** What became of one account. */
export class BulkResult {
  id!: string;
  isDone!: boolean;
  /** Why it was not done. */
  code?: ErrorCode;
  message?: string;
}

/** What became of each account, in the order asked for. */
export class BulkResults {
  results!: BulkResult[];
}
