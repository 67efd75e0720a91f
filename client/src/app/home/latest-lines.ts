import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import type { SharedPost } from '#contracts/post.dto.js';
import type { LatestMessage } from '#contracts/room.dto.js';
import { MessagesApi } from '../messages/messages-api';
import { PostStore } from '../posts/post-store';
import { ChatSocket } from '../realtime/chat-socket';
import { plainWords } from '../messages/plain-words';
import { systemWords } from '../messages/system-text';
import { wordsOf } from './words-of';

/** A message as a line of a list. */
export interface Line {
  seq: number;
  authorId: string;
  words: string;
}

interface Fetched {
  rev: number;
  /** When, by the clock of the page. */
  at: number;
  messages: readonly Message[];
}

const SHOWN = 2;
/** A lively post is asked for no more often than this; what is told of it meanwhile shows at once. */
const REST_MS = 2_000;
const OLD_MS = 60_000;

/** The newest messages of unread posts: lists are told only the newest of a room. */
@Injectable({ providedIn: 'root' })
export class LatestLines {
  private readonly api = inject(MessagesApi);
  private readonly posts = inject(PostStore);
  private readonly fetched = signal<ReadonlyMap<string, Fetched>>(new Map());
  /** Posts that were just asked for. */
  private readonly resting = signal<ReadonlySet<string>>(new Set());

  constructor() {
    const socket = inject(ChatSocket);
    // What was recalled while the connection was gone must not stay.
    effect(() => {
      if (socket.connections() > 1) untracked(() => this.fetched.set(new Map()));
    });
  }

  /** Up to two unread messages of a post, the newest last; `latest` is what was told of its room. */
  of(postId: string, latest: LatestMessage | undefined): Line[] {
    const lines = (this.fetched().get(postId)?.messages ?? []).map(lineOf);
    const readSeq = this.posts.readSeq(postId) ?? 0;
    const told = latest?.postId === postId && latest.seq > (lines.at(-1)?.seq ?? 0) ? [lineTold(latest)] : [];
    return [...lines, ...told].filter(({ seq }) => seq > readSeq).slice(-SHOWN);
  }

  /** Fetches what is new in these posts. */
  need(posts: readonly SharedPost[]): void {
    const [fetched, resting] = [this.fetched(), this.resting()];
    for (const post of posts) {
      if (!resting.has(post.id) && (fetched.get(post.id)?.rev ?? -1) < post.rev) untracked(() => void this.fetch(post));
    }
  }

  /** Lets what has stood here for long be asked for again: only of a post's newest message is it told that it was recalled. */
  lookAgain(): void {
    const isOld = ({ at }: Fetched) => performance.now() - at > OLD_MS;
    this.fetched.update(
      (known) => new Map([...known].map(([id, one]) => [id, isOld(one) ? { ...one, rev: -1 } : one])),
    );
  }

  private async fetch({ id, lastSeq, rev }: SharedPost): Promise<void> {
    this.rest(id, true);
    setTimeout(() => this.rest(id, false), REST_MS);
    try {
      const { items, head } = await this.api.page(id, { after: Math.max(0, lastSeq - SHOWN) });
      const messages = items.slice(-SHOWN);
      this.fetched.update((known) =>
        new Map(known).set(id, { rev: Math.max(rev, head.rev), at: performance.now(), messages }),
      );
    } catch {
      // The row stands without words; it is asked for again after its rest.
    }
  }

  private rest(postId: string, isResting: boolean): void {
    this.resting.update((known) => {
      const next = new Set(known);
      if (isResting) next.add(postId);
      else next.delete(postId);
      return next;
    });
  }
}

function lineOf(message: Message): Line {
  const { seq, authorId, kind } = message;
  return { seq, authorId: kind === 'system' ? '' : authorId, words: wordsOf(message) };
}

function lineTold({ seq, authorId, excerpt, system }: LatestMessage): Line {
  if (system !== undefined) return { seq, authorId: '', words: systemWords({ text: excerpt, system }) };
  return { seq, authorId, words: plainWords(excerpt) };
}
