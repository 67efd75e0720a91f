import { inject } from '@angular/core';
import { type CanActivateFn, PRIMARY_OUTLET, Router } from '@angular/router';
import { MessageStores } from './messages/message-stores';
import { PostStore } from './posts/post-store';
import { KeptState } from './realtime/kept-state';
import { RoomStore } from './rooms/room-store';

/** Before the first page is drawn: what the device kept of it, so that it is drawn once and whole. */
export const keptFirst: CanActivateFn = async (_route, { url }) => {
  const [rooms, posts, stores] = [inject(RoomStore), inject(PostStore), inject(MessageStores)];
  const segments = inject(Router).parseUrl(url).root.children[PRIMARY_OUTLET]?.segments ?? [];
  await inject(KeptState).restore();
  const [section, slug, kind, topic] = segments.map(({ path }) => path);
  const room = section === 'r' && slug !== undefined ? rooms.bySlug(slug) : undefined;
  if (room === undefined) return true;
  const post = posts
    .inRoom(room.id)
    .find((one) => (kind === 'p' ? one.kind === 'topic' && one.slug === topic : one.kind === 'chat'));
  if (post !== undefined) await stores.restore(post.id);
  return true;
};
