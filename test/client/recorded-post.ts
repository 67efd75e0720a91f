import { randomUUID } from 'node:crypto';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { MessagesFrame } from '#contracts/socket-events.js';
import type { OpenedAck } from '#contracts/socket.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';

/** A post as the server tells it at one moment. */
export interface Moment {
  /** `post:open` without a rev. */
  fresh: OpenedAck;
  /** `post:open` with each rev that somebody may have by then. */
  since: ReadonlyMap<number, OpenedAck>;
  /** `post:open` with a rev that is not this server's. */
  tooFar: OpenedAck;
  /** Every message. */
  history: MessagePage;
}

/** What happened between one moment and the next. */
export interface Step {
  /** What the reader sent. */
  sent: { clientId: string; text: string } | undefined;
  frames: readonly MessagesFrame[];
  /** What was acknowledged to the reader. */
  acknowledged: readonly Message[];
}

export interface Recording {
  postId: string;
  /** One more than there are steps. */
  moments: readonly Moment[];
  steps: readonly Step[];
}

const BEFORE = 110;
const CHANGES = 42;

/** Several people talk, change and take back what they said; the reader is one of them. Everything is as the server says it. */
export async function record(reader: ChatUser, others: readonly ChatUser[]): Promise<Recording> {
  const { slug, chatPost } = await reader.createRoom();
  for (const other of others) await other.join(slug);
  const recorder = new Recorder(chatPost.id, reader, others);
  await recorder.begin();
  for (let change = 0; change < CHANGES; change += 1) await recorder.step(change);
  return recorder;
}

class Recorder implements Recording {
  readonly moments: Moment[] = [];
  readonly steps: Step[] = [];
  private client!: ChatClient;
  private first = 0;
  private rev = 0;
  private own: Message[] = [];
  private theirs: Message[] = [];

  constructor(
    readonly postId: string,
    private readonly reader: ChatUser,
    private readonly others: readonly ChatUser[],
  ) {}

  async begin(): Promise<void> {
    for (let count = 0; count < BEFORE; count += 1) {
      const message = await this.author(count).send(this.postId, `before ${String(count)}`);
      if (this.author(count) === this.reader) this.own.push(message);
      else this.theirs.push(message);
    }
    this.client = await this.reader.open(this.postId);
    const { head } = await this.client.done('post:open', { postId: this.postId });
    this.first = this.rev = head.rev;
    this.moments.push(await this.look());
  }

  async step(index: number): Promise<void> {
    this.client.forget();
    const kind = index % 6;
    const sent = kind === 0 || kind === 3 ? { clientId: randomUUID(), text: `mine ${String(index)}` } : undefined;
    const acknowledged: Message[] = [];
    const work: Promise<unknown>[] = [];
    if (sent !== undefined) {
      const ask = this.client.done('message:send', { postId: this.postId, ...sent });
      work.push(ask.then(({ message }) => acknowledged.push(message) && this.own.push(message)));
    }
    if (kind !== 0) work.push(this.othersAct(index, kind));
    if (kind === 5) work.push(this.readerChanges(index).then((message) => acknowledged.push(message)));
    await Promise.all(work);
    const moment = await this.look();
    const { rev } = moment.fresh.head;
    if (rev > this.rev) await this.client.waitFor('messages', (frame) => frame.rev === rev);
    this.rev = rev;
    this.steps.push({ sent, acknowledged, frames: this.client.all('messages') });
    this.moments.push(moment);
  }

  private author(index: number): ChatUser {
    return [this.reader, ...this.others][index % (this.others.length + 1)] as ChatUser;
  }

  /** They send together, change a message or take one back: near the end, and where only history reaches. */
  private async othersAct(index: number, kind: number): Promise<void> {
    if (kind === 1 || kind === 3) {
      const sent = await Promise.all(this.others.map((other) => other.send(this.postId, `theirs ${String(index)}`)));
      this.theirs.push(...sent);
      return;
    }
    const target = this.theirs[(index * 7) % this.theirs.length] as Message;
    const author = this.others.find(({ id }) => id === target.authorId) as ChatUser;
    if (kind === 4) await author.post(`/api/messages/${target.id}/recall`);
    else await author.patch(`/api/messages/${target.id}`, { text: `changed ${String(index)}` });
  }

  private async readerChanges(index: number): Promise<Message> {
    const { id } = this.own.at(-1) as Message;
    const wish = { messageId: id, text: `mine, changed ${String(index)}` };
    return (await this.client.done('message:edit', wish)).message;
  }

  private async look(): Promise<Moment> {
    const { postId } = this;
    const open = (rev?: number): Promise<OpenedAck> =>
      this.client.done('post:open', { postId, ...(rev !== undefined && { rev }) });
    const fresh = await open();
    const since = new Map<number, OpenedAck>();
    for (let rev = this.first; rev <= fresh.head.rev; rev += 1) since.set(rev, await open(rev));
    const history = await body(this.reader.get<MessagePage>(`/api/posts/${postId}/messages?after=0&limit=200`));
    return { fresh, since, tooFar: await open(fresh.head.rev + 1_000), history };
  }
}
