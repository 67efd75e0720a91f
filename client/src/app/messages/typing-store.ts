import { inject, Injectable, signal } from '@angular/core';
import { ChatSocket } from '../realtime/chat-socket';

const SHOWN_MS = 5_000;
/** A little above the three seconds that the server counts by, so that none is lost to a slow line. */
const TELL_EVERY_MS = 3_300;

/** Who is typing where; nobody for longer than a few seconds without a new sign. */
@Injectable({ providedIn: 'root' })
export class TypingStore {
  private readonly socket = inject(ChatSocket);
  private readonly typing = signal<ReadonlyMap<string, ReadonlyMap<string, number>>>(new Map());
  private toldAt = -Infinity;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.socket.on('typing', ({ postId, userId }) => this.saw(postId, userId));
    this.socket.on('messages', ({ postId, items }) => {
      for (const { authorId } of items) this.stopped(postId, authorId);
    });
  }

  in(postId: string): string[] {
    return [...(this.typing().get(postId)?.keys() ?? [])];
  }

  /** Says that the user types here, every three seconds while it goes on. */
  tell(postId: string): void {
    const wait = this.toldAt + TELL_EVERY_MS - performance.now();
    clearTimeout(this.waiting);
    if (wait <= 0) this.tellNow(postId);
    else this.waiting = setTimeout(() => this.tellNow(postId), wait);
  }

  /** What was typed has been sent or taken away: nothing is said about it any more. */
  stop(): void {
    clearTimeout(this.waiting);
  }

  private tellNow(postId: string): void {
    this.stop();
    this.toldAt = performance.now();
    this.socket.tellTyping(postId);
  }

  private saw(postId: string, userId: string): void {
    const until = performance.now() + SHOWN_MS;
    this.change(postId, (people) => people.set(userId, until));
    setTimeout(() => {
      if ((this.typing().get(postId)?.get(userId) ?? 0) <= until) this.stopped(postId, userId);
    }, SHOWN_MS);
  }

  private stopped(postId: string, userId: string): void {
    if (this.typing().get(postId)?.has(userId)) this.change(postId, (people) => people.delete(userId));
  }

  private change(postId: string, change: (people: Map<string, number>) => unknown): void {
    const people = new Map(this.typing().get(postId));
    change(people);
    this.typing.update((typing) => new Map(typing).set(postId, people));
  }
}
