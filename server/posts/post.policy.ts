import { AppError, forbidden } from '../platform/errors/app-error.js';
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
  if (changesText && !isKeeper(actor) && post.authorId !== actor.userId) {
    throw forbidden('Only its author, the owner and moderators of the room may edit a post.');
  }
}

/** Its author and those who keep the room may delete a post, never the chat. @throws AppError `chat_post_stays`, `forbidden` */
export function assertCanDelete(post: Pick<PostRecord, 'kind' | 'authorId'>, actor: Actor): void {
  if (post.kind === 'chat') throw new AppError('chat_post_stays', 'The chat goes only with its room.');
  if (!isKeeper(actor) && post.authorId !== actor.userId) {
    throw forbidden('Only its author, the owner and moderators of the room may delete a post.');
  }
}

function isKeeper({ role }: Actor): boolean {
  return role === 'owner' || role === 'moderator';
}
