import type { User } from '#contracts/user.dto.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { presentImage } from '../platform/pictures/image-url.js';
import type { Account } from './account.js';
import type { UserEntity } from './user.entity.js';

/** A user as everybody may see it. */
export function presentUser(user: UserEntity): User {
  return {
    id: user.id,
    username: user.username,
    displayName: user.displayName,
    searchKey: user.searchKey ?? searchKeyOf(user.displayName, user.username),
    ...presentImage(user.imageId),
    role: user.role,
    status: user.status,
    ...(user.lastSeenAt && { lastSeenAt: user.lastSeenAt.toISOString() }),
  };
}

/** A user for themselves, for admins, and for the modules that sign them in. */
export function presentAccount(user: UserEntity): Account {
  return { ...presentUser(user), email: user.email };
}
