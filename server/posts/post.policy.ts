import { forbidden } from '../platform/errors/app-error.js';
import type { PostRecord } from './post-record.js';

/** Who asks to change a post. */
interface Actor {
  userId: string;
  /** Role in the room. */
  role: string | null;
}

/** Its author and those who keep the room may edit a post; whoever writes there may resolve and reopen it. The chat post stays as it is. */
export function assertCanUpdate(post: PostRecord, actor: Actor, changesText: boolean): void {
  if (post.kind === 'chat') throw forbidden('The chat of a room cannot be changed.');
  const isKeeper = actor.role === 'owner' || actor.role === 'moderator';
  if (changesText && !isKeeper && post.authorId !== actor.userId) {
    throw forbidden('Only its author, the owner and moderators of the room may edit a post.');
  }
}
