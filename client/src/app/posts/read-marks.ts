import { effect, inject, Injectable, untracked } from '@angular/core';
import { ChatSocket } from '../realtime/chat-socket';
import { GrowingPause } from '../realtime/growing-pause';
import type { ServerError } from '../realtime/server-error';
import { PostStore } from './post-store';

const RETRY_MS = 1_000;

/** Where a mark stood before it was moved. */
export interface EarlierMark {
  postId: string;
  readSeq: number;
}

/** Tells the server how far the reader has read; what could not be told is told after the next connection. */
@Injectable({ providedIn: 'root' })
export class ReadMarks {
  private readonly socket = inject(ChatSocket);
  private readonly posts = inject(PostStore);
  private readonly untold = new Map<string, number>();
  private readonly pause = new GrowingPause(RETRY_MS);
  private telling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.socket.connections();
      untracked(() => this.tellAll());
    });
  }

  async read(postId: string, seq: number): Promise<void> {
    const known = this.posts.readSeq(postId);
    if (known === undefined || known >= seq) return;
    this.posts.readTo(postId, seq);
    this.untold.set(postId, seq);
    await this.tell(postId, seq);
  }

  /** Reads the posts of these that have anything unread to their end; where they stood before is what `restore` takes. */
  readAll(postIds: readonly string[]): EarlierMark[] {
    return postIds.flatMap((postId) => {
      const [post, readSeq] = [this.posts.post(postId), this.posts.readSeq(postId)];
      if (post === undefined || readSeq === undefined || readSeq >= post.lastSeq) return [];
      void this.read(postId, post.lastSeq);
      return [{ postId, readSeq }];
    });
  }

  /** Takes `readAll` back. @throws ServerError */
  async restore(marks: readonly EarlierMark[]): Promise<void> {
    await Promise.all(marks.map(({ postId, readSeq }) => this.unread(postId, readSeq + 1)));
  }

  /** Marks a message and all after it as unread: the one way back. */
  async unread(postId: string, seq: number): Promise<void> {
    this.untold.delete(postId);
    const { readSeq, version } = await this.socket.ask('post:unread', { postId, seq });
    this.posts.mark(postId, { readSeq, version });
  }

  private tellAll(): void {
    clearTimeout(this.telling);
    this.telling = undefined;
    for (const [postId, seq] of this.untold) void this.tell(postId, seq);
  }

  private async tell(postId: string, seq: number): Promise<void> {
    try {
      const { readSeq, version } = await this.socket.ask('post:read', { postId, seq });
      this.pause.startOver();
      if (this.untold.get(postId) === seq) this.untold.delete(postId);
      this.posts.mark(postId, { readSeq, version });
    } catch (error) {
      this.refused(postId, error as ServerError);
    }
  }

  /** The mark shown here stays. Without an answer it is told after the next connection. */
  private refused(postId: string, { code, isPassing, retryAfterMs }: ServerError): void {
    if (!isPassing) this.untold.delete(postId);
    else if (code !== 'unreachable') this.telling ??= setTimeout(() => this.tellAll(), this.pause.next(retryAfterMs));
  }
}
