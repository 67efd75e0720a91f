import type { SharedPost } from '#contracts/post.dto.js';
import type { KnownRoom } from '../rooms/room-state';

/** A room of the reader for specs. */
export function aKnownRoom(name: string, facts: Partial<KnownRoom> = {}): KnownRoom {
  return {
    id: name,
    slug: name.toLowerCase(),
    name,
    about: '',
    visibility: 'public',
    kind: 'room',
    ownerId: 'hanna',
    memberCount: 2,
    onlineCount: 1,
    myRole: 'member',
    chatPostId: `${name}-chat`,
    version: 1,
    createdAt: '2026-06-03T08:00:00.000Z',
    ...facts,
  };
}

/** A post for specs; its id is its title. */
export function aSharedPost(roomId: string, title: string, facts: Partial<SharedPost> = {}): SharedPost {
  return {
    id: title,
    roomId,
    slug: title.toLowerCase(),
    kind: 'topic',
    title,
    about: '',
    tags: [],
    authorId: 'hanna',
    state: 'active',
    firstSeq: 1,
    lastSeq: 5,
    rev: 5,
    version: 1,
    createdAt: '2026-06-03T08:00:00.000Z',
    activeAt: '2026-06-03T09:00:00.000Z',
    ...facts,
  };
}
