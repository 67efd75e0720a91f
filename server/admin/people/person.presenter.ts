import type { AdminUser } from '#contracts/admin.dto.js';
import { searchKeyOf } from '../../platform/names/search-key.js';
import { presentImage } from '../../platform/pictures/image-url.js';
import type { PersonRecord } from './people.repository.js';

/** A user for admins. */
export function presentPerson(person: PersonRecord): AdminUser {
  const { id, username, displayName, email, role, status, roomCount } = person;
  return {
    ...{ id, username, displayName, email, role, status, roomCount },
    searchKey: person.searchKey ?? searchKeyOf(displayName, username),
    ...presentImage(person.imageId),
    ...(person.lastSeenAt && { lastSeenAt: person.lastSeenAt.toISOString() }),
    createdAt: person.createdAt.toISOString(),
  };
}
