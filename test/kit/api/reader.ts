import type { Message } from '#contracts/message.dto.js';
import type { MessagesFrame } from '#contracts/socket-events.js';
import type { ChatClient } from './chat-client.js';
import type { ChatUser } from './chat-user.js';

/** A reader of one post that keeps what it gets as `wire.md` says, and nothing more: what it holds at the end is what it was sent. */
export class Reader {
  readonly messages = new Map<string, Message>();
  rev = 0;
  /** Frames whose `prevRev` was above what the reader had: it may not happen while the connection holds. */
  readonly gaps: MessagesFrame[] = [];

  private constructor(
    readonly client: ChatClient,
    private readonly postId: string,
  ) {}

  /** Opens the post and follows it. Frames that come before the acknowledgement are applied after it. */
  static async open(user: ChatUser, postId: string, client?: ChatClient): Promise<Reader> {
    const reader = new Reader(client ?? (await user.connect()), postId);
    const early: MessagesFrame[] = [];
    let isOpen = false;
    reader.client.socket.on('messages', (frame) => {
      if (frame.postId !== postId) return;
      if (isOpen) reader.take(frame);
      else early.push(frame);
    });
    const { head, items } = await reader.client.done('post:open', { postId });
    reader.keep(items, head.rev);
    isOpen = true;
    for (const frame of early) reader.take(frame);
    return reader;
  }

  /** What it holds, by number. */
  get list(): Message[] {
    return [...this.messages.values()].sort((one, other) => one.seq - other.seq);
  }

  /** Waits until it has come to a rev. */
  async reaches(rev: number, milliseconds = 5_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (this.rev < rev) {
      if (Date.now() > end) throw new Error(`At rev ${this.rev} of ${this.postId}, not ${rev}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  /** Asks for what changed since its rev, as after a lost connection. */
  async catchUp(client: ChatClient): Promise<{ items: Message[]; complete?: boolean }> {
    const answer = await client.done('post:open', { postId: this.postId, rev: this.rev });
    this.keep(answer.items, answer.head.rev);
    return answer;
  }

  private take(frame: MessagesFrame): void {
    if (frame.prevRev > this.rev) this.gaps.push(frame);
    this.keep(frame.items, frame.rev);
  }

  private keep(items: readonly Message[], rev: number): void {
    for (const item of items) {
      const present = this.messages.get(item.id);
      if (!present || present.rev <= item.rev) this.messages.set(item.id, item);
    }
    this.rev = Math.max(this.rev, rev);
  }
}
