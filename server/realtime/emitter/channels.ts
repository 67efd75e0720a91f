import { LRUCache } from 'lru-cache';

/** Each room's name once: every socket keeps the names of all rooms of its user. */
const roomChannels = new LRUCache<string, string>({ max: 50_000, memoMethod: (roomId) => `room:${roomId}` });

/** Names of the groups that sockets are put into. */
export const postChannel = (postId: string): string => `post:${postId}`;
export const roomChannel = (roomId: string): string => roomChannels.memo(roomId);
export const userChannel = (userId: string): string => `user:${userId}`;
export const sessionChannel = (sessionId: string): string => `session:${sessionId}`;

/** The post whose readers' channel it is; undefined for any other channel. */
export function postOfChannel(channel: string): string | undefined {
  return channel.startsWith('post:') ? channel.slice('post:'.length) : undefined;
}
