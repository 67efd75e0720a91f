import type { SharedPost } from '#contracts/post.dto.js';

/** Where a post is read, as the router takes it; the chat of a room stands at the room's own address. */
export function postPath(room: string, { kind, slug }: Pick<SharedPost, 'kind' | 'slug'>): string[] {
  return kind === 'chat' ? ['/r', room] : ['/r', room, 'p', slug];
}
