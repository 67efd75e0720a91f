import { Transform } from 'class-transformer';
import { ArrayMaxSize } from 'class-validator';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { failsAs, IsName } from './text.decorators.js';
import { PageQuery } from './page.dto.js';
import { IsUUID } from './value.decorators.js';

export const USER_ROLES = ['owner', 'admin', 'member'] as const;
export const USER_STATUSES = ['invited', 'active', 'deactivated'] as const;
export type UserRole = (typeof USER_ROLES)[number];
export type UserStatus = (typeof USER_STATUSES)[number];

/** A person's account as everybody may see it. */
export class User {
  /** UUID v7. */
  id!: string;
  username!: string;
  displayName!: string;
  /** What they are found by, with `matchesSearchKey`; absent in what a device kept from before there were such keys. */
  searchKey?: string;
  /** Address of the picture; absent when initials are to be drawn. */
  imageUrl?: string;
  /** Role in the organisation: exactly one owner, any number of admins. */
  role!: UserRole;
  status!: UserStatus;
  /** When the user was last connected; absent while never. ISO 8601, UTC, milliseconds. */
  lastSeenAt?: string;
}

/** A page of users. */
export class UserPage {
  items!: User[];
  nextCursor?: string;
  total?: number;
}

const commaSeparated = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.split(',') : value,
);

export class UsersQuery extends PageQuery {
  /** Words of which each is part of the username or display name, or of how the latter is spoken. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  /** Only these: ids separated by commas, at most as many as a page holds. Ids that nobody has are left out. */
  @Optional()
  @commaSeparated
  @ArrayMaxSize(LIMITS.pageSize.max, failsAs('too_many'))
  @IsUUID({ each: true })
  ids?: string[];
}
