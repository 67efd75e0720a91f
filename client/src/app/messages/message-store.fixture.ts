import { signal } from '@angular/core';
import { jest } from '@jest/globals';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { ServerError } from '../realtime/server-error';
import { MessageStore } from './message-store';
import { aMessage } from './message.fixture';
import type { Stretch } from './messages-api';
import type { PendingMessage } from './pending-message';
import { SendQueue } from './send-queue';

/** A post on a server: remembers every change, answers `post:open` as the protocol says. */
export class FakePost {
  readonly changes: Message[] = [];
  readonly asked: (number | undefined)[] = [];
  refusal: ServerError | undefined;

  change(facts: Partial<Message>): Message {
    const message = aMessage({ ...facts, rev: this.changes.length + 1 });
    this.changes.push(message);
    return message;
  }

  /** The frame of the last `count` changes. */
  frame(count = 1) {
    const rev = this.changes.length;
    return { postId: 'post', prevRev: rev - count, rev, items: this.changes.slice(-count) };
  }

  open(rev: number | undefined) {
    this.asked.push(rev);
    if (this.refusal !== undefined) throw this.refusal;
    const present = [...new Map(this.changes.map((message) => [message.seq, message])).values()];
    const head = { firstSeq: 1, lastSeq: present.length, rev: this.changes.length, readSeq: 0 };
    const items = present.filter((message) => message.rev > (rev ?? 0)).sort((one, other) => one.seq - other.seq);
    return { ok: true, head, items, ...(rev !== undefined && { complete: true }) };
  }

  get present(): Message[] {
    return this.open(undefined).items;
  }
}

/** A store of the post as a reader has it. */
export function aStore(post: FakePost) {
  /** By another window. */
  const left: PendingMessage[] = [];
  const queue = new SendQueue(
    () => Promise.resolve(),
    () => false,
    { take: () => left.splice(0), store: () => [] },
  );
  const ask = jest.fn((name: string, payload: { rev?: number }) =>
    name === 'post:open' ? Promise.resolve().then(() => post.open(payload.rev)) : Promise.resolve({ ok: true }),
  );
  const isConnected = signal(true);
  const page = jest.fn<(postId: string, stretch: Stretch) => Promise<MessagePage>>();
  const store = new MessageStore('post', { ask, isConnected } as never, { page }, queue);
  return { store, queue, left, page, isConnected };
}
