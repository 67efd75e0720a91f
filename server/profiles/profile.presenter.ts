import type { Profile } from '#contracts/profile.dto.js';
import type { Account } from '../users/account.js';
import type { ProfileEntity } from './profile.entity.js';

/** A profile: the e-mail address only for its owner and admins, preferences only for its owner. */
export function presentProfile(
  account: Account,
  profile: ProfileEntity,
  viewer: { isOwn: boolean; isAdmin: boolean },
): Profile {
  const { email, ...user } = account;
  const { locale, theme, density } = profile;
  return {
    user,
    aboutMe: profile.aboutMe,
    location: profile.location,
    ...((viewer.isOwn || viewer.isAdmin) && { email }),
    ...(viewer.isOwn && { locale, theme, density }),
  };
}
