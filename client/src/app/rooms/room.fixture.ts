import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';

const AT = '2026-06-03T09:00:00.000Z';

/** A chat for specs, as the server gives it to a member who has read two of its five messages. */
export function aPost(facts: Partial<Post> = {}): Post {
  return {
    id: 'chat',
    roomId: 'room',
    slug: 'chat',
    kind: 'chat',
    title: 'Chat',
    about: '',
    tags: [],
    authorId: 'greta',
    state: 'active',
    firstSeq: 1,
    lastSeq: 5,
    rev: 5,
    version: 1,
    createdAt: AT,
    activeAt: AT,
    readSeq: 2,
    unread: 3,
    ...facts,
  };
}

/** Its room, as the server gives it. */
export function aRoom(facts: Partial<Room> = {}): Room {
  return {
    id: 'room',
    slug: 'room',
    name: 'Room',
    about: '',
    visibility: 'public',
    kind: 'room',
    ownerId: 'greta',
    memberCount: 2,
    version: 1,
    createdAt: AT,
    myRole: 'member',
    onlineCount: 1,
    chatPost: aPost(),
    unread: 3,
    ...facts,
  };
}
