import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { PostStore } from '../posts/post-store';
import { ChatSocket } from '../realtime/chat-socket';
import { soon } from '../realtime/snapshots';
import { RoomStore } from '../rooms/room-store';
import { SessionStore } from '../sign-in/session-store';
import { newClientId } from './client-id';
import { KeptMessages } from './kept-messages';
import { followPending, KeptPending, postsWithPending } from './kept-pending';
import { MessageStore } from './message-store';
import { MessagesApi } from './messages-api';
import { type PendingMessage, writtenAfter } from './pending-message';
import { SendQueue } from './send-queue';

const OPEN_POSTS = 12;

/** The message store of every post that is or was just on screen, and of those with something unsent. */
@Injectable({ providedIn: 'root' })
export class MessageStores {
  private readonly socket = inject(ChatSocket);
  private readonly api = inject(MessagesApi);
  private readonly posts = inject(PostStore);
  private readonly rooms = inject(RoomStore);
  private readonly session = inject(SessionStore);
  private readonly kept = inject(KeptMessages);
  private readonly restored = new WeakMap<MessageStore, Promise<void>>();
  /** In order of use, the latest last. */
  private readonly stores = signal<ReadonlyMap<string, MessageStore>>(new Map());

  /** What is on its way, in every post. */
  readonly pending = computed(() =>
    [...this.stores()].flatMap(([postId, { queue }]) => queue.pending().map((message) => ({ postId, message }))),
  );
  readonly unsent = computed(() => this.pending().length);

  constructor() {
    this.socket.on('messages', (frame) => this.stores().get(frame.postId)?.apply(frame));
    this.socket.on('post', ({ id, firstSeq }) => this.stores().get(id)?.startAt(firstSeq));
    followPending((postId, clientId) => this.known(postId)?.queue.lose(clientId));
    const known = new WeakSet<MessageStore>();
    effect(() => {
      for (const [postId, store] of this.stores()) {
        const wasKnown = known.has(store);
        const isKnown = this.posts.post(postId) !== undefined;
        if (isKnown) known.add(store);
        if (wasKnown && !isKnown) untracked(() => this.drop(store));
        if (!wasKnown && isKnown) untracked(() => this.askAgain(store));
      }
    });
  }

  /** The store of a post, opened; posts not looked at for long are closed. */
  of(postId: string): MessageStore {
    const known = this.stores().get(postId);
    const store = known ?? this.make(postId);
    const others = [...this.stores().entries()].filter(([id]) => id !== postId);
    for (const [, old] of others.slice(0, -OPEN_POSTS + 1)) this.retire(old);
    this.stores.set(new Map([...others.filter(([, old]) => this.isKept(old, others)), [postId, store]]));
    if (known === undefined) this.begin(store);
    return store;
  }

  /** The store of a post that is open. */
  known(postId: string): MessageStore | undefined {
    return this.stores().get(postId);
  }

  /** Resolves once the post's store shows what the device kept, if it kept anything. */
  async restore(postId: string): Promise<void> {
    await this.restored.get(this.of(postId));
  }

  /** After a connection: what changed meanwhile, then what could not be sent. */
  async catchUp(): Promise<void> {
    const user = this.session.user();
    if (user !== null) for (const postId of postsWithPending(user.id)) if (!this.stores().has(postId)) this.of(postId);
    await Promise.all([...this.stores().values()].map((store) => store.open()));
    await Promise.all([...this.stores().values()].map((store) => store.resume()));
  }

  send(postId: string, text: string, attachments: Attachment[]): void {
    const { queue } = this.of(postId);
    const writtenAt = writtenAfter(queue.pending());
    queue.add({ clientId: newClientId(), text, attachments, writtenAt, state: 'waiting' });
  }

  /**
   * Gives a message another text. @param base the message as it was when the writer began
   * @throws ServerError `stale_edit` with the present message when its text was changed since
   */
  async edit(base: Message, text: string): Promise<void> {
    const baseEditedAt = base.editedAt ?? base.createdAt;
    const answer = await this.socket.ask('message:edit', { messageId: base.id, text, baseEditedAt });
    this.of(base.postId).takeAnswer(answer.message);
  }

  async recall(message: Message): Promise<void> {
    const answer = await this.socket.ask('message:recall', { messageId: message.id });
    this.of(message.postId).takeAnswer(answer.message);
  }

  /** Takes a message as the server answered with it, where its post is known. */
  take(message: Message): void {
    this.known(message.postId)?.takeAnswer(message);
  }

  private begin(store: MessageStore): void {
    const restored = this.kept.read(store.postId).then((kept) => {
      if (kept !== undefined) store.restore(kept);
    });
    this.restored.set(store, soon(restored));
    void soon(restored).then(() => store.open());
  }

  private make(postId: string): MessageStore {
    const userId = this.session.user()?.id ?? '';
    const queue: SendQueue = new SendQueue(
      (pending) => this.deliver(store, pending),
      () => this.socket.isConnected(),
      new KeptPending(userId, postId),
    );
    const store: MessageStore = new MessageStore(
      postId,
      this.socket,
      this.api,
      queue,
      (changed) => this.follow(changed),
      (readSeq) => this.posts.readAsOf(postId, readSeq),
    );
    return store;
  }

  private async deliver(store: MessageStore, pending: PendingMessage): Promise<void> {
    const { clientId, text, attachments } = pending;
    const attachmentIds = attachments.map(({ id }) => id);
    await this.rooms.settled(this.posts.post(store.postId)?.roomId ?? '');
    const { message } = await this.socket.ask('message:send', {
      postId: store.postId,
      clientId,
      text,
      ...(attachmentIds.length > 0 && { attachmentIds }),
    });
    store.takeAnswer(message);
    this.posts.readTo(store.postId, message.seq);
  }

  /** The lists follow an open post at once, without waiting for `activity`. */
  private follow(store: MessageStore): void {
    const last = store.messages().at(-1);
    if (last !== undefined) this.posts.moved(store.postId, store.lastSeq(), store.rev, last.createdAt);
    this.kept.keepSoon(store);
  }

  private isKept(store: MessageStore, others: [string, MessageStore][]): boolean {
    return store.queue.pending().length > 0 || others.slice(-OPEN_POSTS + 1).some(([, kept]) => kept === store);
  }

  /** The post was taken from the reader: nothing of it stays but what they wrote, and if it is given back it is opened afresh. */
  private drop(store: MessageStore): void {
    store.close();
    this.stores.update((stores) => new Map([...stores].filter(([, other]) => other !== store)));
    this.kept.forget(store.postId);
    if (store.queue.pending().length > 0) this.of(store.postId);
  }

  /** The post was given to the reader after the server had said that there is none. */
  private askAgain(store: MessageStore): void {
    if (store.phase() === 'missing') void store.open();
  }

  private retire(store: MessageStore): void {
    if (store.queue.pending().length === 0) store.close();
  }
}
