import { computed, signal } from '@angular/core';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { MessagesFrame } from '#contracts/socket-events.js';
import type { ChatSocket } from '../realtime/chat-socket';
import type { ServerError } from '../realtime/server-error';
import {
  applyFrame,
  applyOpening,
  applyPage,
  EMPTY_LOG,
  faultsIn,
  hasGap,
  keepAround,
  keepNewest,
  type MessageLog,
  reachesEnd,
  reachesStart,
  startAt,
} from './message-log';
import type { MessagesApi, Stretch } from './messages-api';
import { NextOpening } from './next-opening';
import type { SendQueue } from './send-queue';

export type Phase = 'loading' | 'ready' | 'missing' | 'failed';

/** After this long without a first answer, the reader is told. */
const PATIENCE_MS = 10_000;
/** Messages kept while the reader stays at the newest, and elsewhere; the slack saves cutting at every message. */
const KEPT = { rows: 300, slack: 100, unseen: 30, around: 1_000, aroundSlack: 200 };

/** The messages of one post: opened once, then kept whole by frames; see `message-log.ts` for the rules. */
export class MessageStore {
  private readonly log = signal<MessageLog>(EMPTY_LOG);
  private opening: Promise<void> | null = null;
  private loading: Promise<unknown> = Promise.resolve();
  /** What was told while a stretch is on its way, which may be from before. */
  private told: Message[] | undefined;
  private readonly nextOpening = new NextOpening(() => void this.open());
  private patience: ReturnType<typeof setTimeout> | undefined;

  /** `failed`: the first answer was a refusal, or is overdue; a later one still counts. */
  readonly phase = signal<Phase>('loading');
  /** The server has told this store what is there; until then it shows at most what the device kept. */
  readonly isFresh = signal(false);
  readonly messages = computed(() => this.log().items);
  readonly isAtEnd = computed(() => reachesEnd(this.log()));
  readonly isAtStart = computed(() => reachesStart(this.log()));
  readonly lastSeq = computed(() => this.log().lastSeq);

  constructor(
    readonly postId: string,
    private readonly socket: Pick<ChatSocket, 'ask' | 'isConnected'>,
    private readonly api: Pick<MessagesApi, 'page'>,
    readonly queue: SendQueue,
    private readonly onChange: (store: MessageStore) => void = () => undefined,
    /** How far the reader had read, as the server said it with the first answer. */
    private readonly onFresh: (readSeq: number) => void = () => undefined,
  ) {}

  get rev(): number {
    return this.log().rev ?? 0;
  }

  /** Shows what the device kept of the post, unless the server was faster. */
  restore(kept: MessageLog): void {
    const { rev, held } = this.log();
    if (rev !== null) return;
    this.take(held.reduce(applyFrame, kept));
    this.phase.set('ready');
  }

  /** The newest messages, for the next visit; undefined while they are not known to be the newest. */
  kept(): MessageLog | undefined {
    return this.isFresh() && this.isAtEnd() ? { ...keepNewest(this.log(), KEPT.unseen), held: [] } : undefined;
  }

  /** Asks for the post from where this store stands; one question at a time. */
  open(): Promise<void> {
    if (this.phase() === 'failed') this.phase.set('loading');
    if (this.phase() === 'loading') {
      clearTimeout(this.patience);
      this.patience = setTimeout(() => this.giveUp(), PATIENCE_MS);
    }
    this.nextOpening.cancel();
    this.opening ??= this.ask().finally(() => (this.opening = null));
    return this.opening;
  }

  apply(frame: MessagesFrame): void {
    this.told?.push(...frame.items);
    this.take(applyFrame(this.log(), frame));
    if (hasGap(this.log())) this.nextOpening.afterGap();
  }

  /** Older messages than that one are not kept any longer. */
  startAt(firstSeq: number): void {
    if (firstSeq <= this.log().firstSeq) return;
    this.take(startAt(this.log(), firstSeq));
    if (this.messages().length === 0 && this.phase() === 'ready') void this.loadNewest().catch(() => undefined);
  }

  /** Takes a message that an answer carried, if it changes or continues the stretch; its frame comes anyway. */
  takeAnswer(message: Message): void {
    const { items, firstSeq, lastSeq, rev } = this.log();
    const isNext = message.seq === lastSeq + 1 && reachesEnd(this.log());
    const isHere = items.some(({ seq }) => seq === message.seq);
    if (!isNext && !isHere) return;
    this.take(applyPage(this.log(), [message], { firstSeq, lastSeq: Math.max(lastSeq, message.seq), rev: rev ?? 0 }));
  }

  /** After a connection: what could not be sent goes out, also what another window left and has not arrived. */
  async resume(): Promise<void> {
    this.queue.gather();
    this.settle();
    await this.queue.run();
  }

  async loadOlder(): Promise<void> {
    await this.fetch(() => (this.isAtStart() ? undefined : ofFirst(this.messages()[0])));
  }

  async loadNewer(): Promise<void> {
    await this.fetch(() => (this.isAtEnd() ? undefined : ofLast(this.messages().at(-1))));
  }

  /** Makes sure that a message is in the stretch, even if that means another stretch. */
  async loadAround(seq: number): Promise<void> {
    await this.fetch(() => (this.messages().some((message) => message.seq === seq) ? undefined : { around: seq }));
  }

  async loadNewest(): Promise<void> {
    await this.fetch(() => (this.isAtEnd() ? undefined : { before: this.lastSeq() + 1 }));
  }

  /**
   * Lays what is held beside what the server has, page by page, and takes what differs.
   * @returns how many messages were not here, or not as they are by now, though their changes had been told
   * @throws ServerError when the server does not answer
   */
  async check(): Promise<number> {
    await this.update();
    let wrong = 0;
    for (let after = (this.messages()[0]?.seq ?? 1) - 1; after < this.lastSeq();) {
      const held = this.log();
      const page = await this.fetch(() => ({ after }));
      const last = page?.items.at(-1)?.seq;
      if (page === undefined || last === undefined) break;
      wrong += faultsIn(held, page.items).length;
      after = last;
    }
    return wrong;
  }

  /** Lets go of old messages that nobody looks at. */
  trim(): void {
    if (this.messages().length > KEPT.rows + KEPT.slack) this.log.update((log) => keepNewest(log, KEPT.rows));
  }

  /** Lets go of what is far from the message that is looked at. */
  trimAround(seq: number): void {
    if (this.messages().length > KEPT.around + KEPT.aroundSlack)
      this.log.update((log) => keepAround(log, seq, KEPT.around));
  }

  /** Lets go of all but the newest, once nobody looks: what is opened again is there at once. */
  rest(): void {
    if (this.isAtEnd()) this.log.update((log) => keepNewest(log, KEPT.unseen));
  }

  close(): void {
    this.nextOpening.end();
    clearTimeout(this.patience);
    void this.socket.ask('post:close', { postId: this.postId }).catch(() => undefined);
  }

  private async ask(): Promise<void> {
    try {
      await this.update();
    } catch (error) {
      this.fail(error as ServerError);
    }
  }

  private async update(): Promise<void> {
    const rev = this.log().rev;
    const answer = await this.socket.ask('post:open', { postId: this.postId, ...(rev !== null && { rev }) });
    this.told?.push(...answer.items);
    this.take(applyOpening(this.log(), answer, rev));
    if (this.log().rev === null) return this.update();
    this.nextOpening.startOver();
    this.phase.set('ready');
    if (!this.isFresh()) this.onFresh(answer.head.readSeq);
    this.isFresh.set(true);
    if (hasGap(this.log())) this.nextOpening.afterGap();
  }

  private fail(error: ServerError): void {
    if (error.code === 'not_found' || error.code === 'forbidden') this.phase.set('missing');
    else if (error.code !== 'unreachable') this.giveUp();
    // What is on screen is brought up to date as soon as the server lets it: until it has answered it may send no frames.
    // Without a connection there is nobody to ask: after the next one every post is opened.
    if (this.phase() === 'ready' && this.socket.isConnected()) this.nextOpening.afterRefusal(error.retryAfterMs);
  }

  private giveUp(): void {
    if (this.phase() === 'loading') this.phase.set('failed');
  }

  /** One after the other: each asks for what is missing once the one before has come, so that none replaces another. */
  private fetch(missing: () => Stretch | undefined): Promise<MessagePage | undefined> {
    const loaded = this.loading.then(async () => {
      const stretch = missing();
      if (stretch === undefined) return undefined;
      this.told = [];
      const page = await this.api.page(this.postId, stretch);
      this.take(applyPage(this.log(), page.items, page.head, this.told));
      return page;
    });
    this.loading = loaded.catch(() => undefined).then(() => (this.told = undefined));
    return loaded;
  }

  private take(log: MessageLog): void {
    this.log.set(log);
    this.settle();
    this.onChange(this);
  }

  /** What has arrived is no longer on its way. */
  private settle(): void {
    this.queue.settle(this.messages().flatMap(({ clientId }) => clientId ?? []));
  }
}

function ofFirst(message: Message | undefined): Stretch | undefined {
  return message && { before: message.seq };
}

function ofLast(message: Message | undefined): Stretch | undefined {
  return message && { after: message.seq };
}
