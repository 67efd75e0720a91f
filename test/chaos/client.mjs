import { randomUUID } from 'node:crypto';
import { ask } from './furnish.mjs';
import { Reader } from './reader.mjs';
import { pause } from './waiting.mjs';
import { Wire } from './wire.mjs';

const RETRY_MS = 1_000;

/** One person at the web client, without the screen: `message-stores.ts`, `catch-up.ts` and `post-store.ts` in short. */
export class Client {
  /** What was sent and changed since the last checkpoint, as it was wanted and as it was answered. */
  sends = new Map();
  changes = [];
  refusals = [];
  /** Own messages of this time, as the last answer told them. */
  own = new Map();
  #state;
  #cursor;
  #turns = { asked: 0, answered: 0 };
  #attempted = new Set();
  isChanging = 0;

  /** @param {{ person: object, address: string, code: object, meter: object, plants: object }} facts */
  constructor({ person, address, code, meter, plants }) {
    Object.assign(this, { person, address, code, meter, plants });
    this.#state = code.posts.NO_POSTS;
    this.wire = new Wire(address, person.token, code);
    this.readers = person.postIds.map((postId) => new Reader(this, postId, code));
    const byPost = new Map(this.readers.map((reader) => [reader.postId, reader]));
    this.wire.on('connect', () => void this.catchUp());
    this.wire.on('messages', (frame) => byPost.get(frame.postId)?.hear(frame));
    this.wire.on('read', ({ postId, readSeq, version }) => this.#mark(postId, { readSeq, version }));
    this.wire.on('activity', (frame) => (this.#state = code.posts.moveHead(this.#state, frame)));
  }

  get isIdle() {
    return this.business === '';
  }

  /** What the client is still busy with; empty when it has come to rest. */
  get business() {
    if (!this.wire.isConnected) return 'is not connected';
    // What is acknowledged is looked for at its readers.
    const pending = this.readers.flatMap(({ queue }) => queue.pending()).filter(({ state }) => state !== 'sent').length;
    if (pending > 0) return `has ${pending} messages to send`;
    if (this.isChanging > 0) return `has ${this.isChanging} changes under way`;
    return this.#turns.asked === this.#turns.answered ? '' : 'asks what has changed';
  }

  /** After a connection: what changed meanwhile, then what could not be sent, and the marks. */
  async catchUp() {
    void this.sync();
    await Promise.all(this.readers.map(({ store }) => store.open()));
    await Promise.all(this.readers.map(({ queue }) => queue.run()));
  }

  send(reader, text, more = {}) {
    const clientId = randomUUID();
    this.sends.set(clientId, { clientId, postId: reader.postId, text, ...more });
    const writtenAt = new Date().toISOString();
    reader.queue.add({ clientId, text, attachments: [], writtenAt, state: 'waiting' });
  }

  /** Brings a message of the queue to the server. */
  async deliver(reader, { clientId, text }) {
    const send = this.sends.get(clientId);
    const { replyToId, attachmentIds } = send;
    const isAgain = this.#attempted.has(clientId);
    this.#attempted.add(clientId);
    const begun = Date.now();
    try {
      const wish = { postId: reader.postId, clientId, text, replyToId, attachmentIds };
      const { message } = await this.meter.inFlight(() => this.wire.ask('message:send', wish));
      this.#attempted.delete(clientId);
      this.meter.countAck(isAgain, new Date(message.createdAt).getTime() < begun - 5);
      send.ack = { id: message.id, seq: message.seq, rev: message.rev };
      this.own.set(message.id, message);
      reader.store.takeAnswer(message);
      this.#state = this.code.posts.readTo(this.#state, reader.postId, message.seq);
    } catch (error) {
      if (!error.isPassing && this.wire.isConnected) this.refusals.push(`message:send ${error.code}`);
      throw error;
    }
  }

  /** An own message that came by a frame before its answer, or in place of it: it is not sent again. */
  noteStored({ clientId, id, seq, rev, authorId }) {
    const send = authorId === this.person.id ? this.sends.get(clientId) : undefined;
    if (send !== undefined) send.ack ??= { id, seq, rev };
  }

  /** Changes an own message, and asks again until the server has said what became of it. */
  async change(reader, message, text) {
    const isEdit = text !== undefined;
    const change = { id: message.id, postId: reader.postId, text: isEdit ? text : null };
    this.changes.push(change);
    this.isChanging += 1;
    const wish = {
      messageId: message.id,
      ...(isEdit && { text, baseEditedAt: message.editedAt ?? message.createdAt }),
    };
    const answer = await this.#insist(isEdit ? 'message:edit' : 'message:recall', wish);
    this.isChanging -= 1;
    if (!answer) return;
    change.isDone = true;
    this.own.set(message.id, answer.message);
    reader.store.takeAnswer(answer.message);
  }

  /** Marks how far one has read; what fails is not said again. */
  async read(reader, seq, event = 'post:read') {
    const answer = await this.wire.ask(event, { postId: reader.postId, seq }).catch(() => undefined);
    if (answer) this.#mark(reader.postId, answer);
  }

  page(postId, stretch) {
    return ask(this.address, this.person, 'GET', `/api/posts/${postId}/messages?${new URLSearchParams(stretch)}`);
  }

  /** What changed in posts and marks since it was asked last, asked until it is answered. */
  async sync() {
    const turn = (this.#turns.asked += 1);
    const between = new this.code.GrowingPause(RETRY_MS);
    while (turn === this.#turns.asked) {
      try {
        const since = this.#cursor === undefined ? '' : `?since=${encodeURIComponent(this.#cursor)}`;
        const sync = await ask(this.address, this.person, 'GET', `/api/sync${since}`);
        if (turn < this.#turns.answered) return;
        this.#turns.answered = turn;
        this.#cursor = sync.cursor;
        this.#state = this.code.posts.putOwnPosts(this.#state, sync.posts);
        for (const { postId, readSeq, version } of sync.marks) this.#mark(postId, { readSeq, version });
        return;
      } catch {
        await pause(between.next());
      }
    }
  }

  /** A post moved on, as its store tells. */
  moved({ postId, store }) {
    const at = store.messages().at(-1)?.createdAt;
    if (at === undefined) return;
    this.#state = this.code.posts.moveHead(this.#state, { postId, lastSeq: store.lastSeq(), rev: store.rev, at });
  }

  /** What was sent and changed so far is checked. */
  forget() {
    this.sends.clear();
    this.own.clear();
    this.changes = [];
    this.refusals = [];
  }

  /** How far the client believes to have read, and what it shows as unread. */
  markOf(postId) {
    return {
      readSeq: this.#state.marks.get(postId)?.readSeq ?? 0,
      unread: this.code.posts.unreadOf(this.#state, postId),
    };
  }

  #mark(postId, { readSeq, version }) {
    this.#state = this.code.posts.putMark(this.#state, postId, { readSeq, version });
  }

  async #insist(event, wish) {
    for (;;) {
      try {
        return await this.wire.ask(event, wish);
      } catch (error) {
        if (!error.isPassing) {
          this.refusals.push(`${event} ${error.code}`);
          return undefined;
        }
        await pause(500);
      }
    }
  }
}
