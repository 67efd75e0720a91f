import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Injectable } from '@angular/core';
import type { PostState, SharedPost } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import { ReadingHold } from '../messages/reading-hold';
import type { KnownRoom } from '../rooms/room-state';
import type { Action } from '../ui/action';
import { Notice } from '../ui/notice';
import { SessionStore } from '../sign-in/session-store';
import { PostKeeping } from './post-keeping';
import { PostStore } from './post-store';
import { PostsApi } from './posts-api';
import { ReadMarks } from './read-marks';

/** What one may do with a topic post. The server decides again. */
@Injectable({ providedIn: 'root' })
export class PostActions {
  private readonly api = inject(PostsApi);
  private readonly posts = inject(PostStore);
  private readonly marks = inject(ReadMarks);
  private readonly hold = inject(ReadingHold);
  private readonly notice = inject(Notice);
  private readonly session = inject(SessionStore);
  private readonly keeping = inject(PostKeeping);
  private readonly clipboard = inject(Clipboard);

  /** Whoever may write in its room may resolve a topic and open it again. */
  canSetState(room: KnownRoom, post: SharedPost): boolean {
    return post.kind === 'topic' && room.myRole !== null && room.archivedAt === undefined;
  }

  async setState(post: SharedPost, state: PostState): Promise<void> {
    await this.notice.attempt(async () => {
      this.posts.put([await this.api.update(post.roomId, post.id, { state })], true);
    });
  }

  /** Its author and those who keep the room change and delete a topic. */
  canChange(room: KnownRoom, post: SharedPost): boolean {
    const isKeeper = room.myRole === 'owner' || room.myRole === 'moderator';
    const isAuthor = room.myRole !== null && post.authorId === this.session.user()?.id;
    return post.kind === 'topic' && room.archivedAt === undefined && (isKeeper || isAuthor);
  }

  /** The lines of a topic's menu; what is dangerous comes last. */
  of(room: KnownRoom, post: SharedPost): Action[] {
    const actions: Action[] = [{ icon: 'link', label: t('rooms.copyLink'), run: () => this.copyLink(room, post) }];
    if (room.myRole !== null && post.lastSeq > 0) {
      actions.push({ icon: 'mark_chat_unread', label: t('posts.markUnread'), run: () => this.markUnread(post) });
    }
    const canChange = this.canChange(room, post);
    if (canChange) actions.push(this.keeping.edit(post));
    actions.push(this.keeping.history(post));
    if (canChange) actions.push(this.keeping.delete(room, post));
    return actions;
  }

  private copyLink(room: KnownRoom, post: SharedPost): void {
    if (this.clipboard.copy(`${location.origin}/r/${room.slug}/p/${post.slug}`)) this.notice.say(t('rooms.linkCopied'));
  }

  /** From its newest message on; looking at it reads nothing until it is left. */
  private async markUnread(post: SharedPost): Promise<void> {
    this.hold.hold(post.id);
    const isDone = await this.notice.attempt(() => this.marks.unread(post.id, post.lastSeq));
    if (!isDone) this.hold.release();
  }
}
