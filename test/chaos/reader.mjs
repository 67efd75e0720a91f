import { faceOf } from './face.mjs';

/** One post as one client has it: the web client's own store and queue, and a log of all that it heard and showed. */
export class Reader {
  /** Since the last checkpoint: `open`, `frame`, `shown` and `heard`, in the order in which they happened. */
  log = [];
  #rows = new Map();
  #lastShown = 0;
  #askedTo = 0;
  #client;

  constructor(client, postId, { MessageStore, SendQueue }) {
    this.#client = client;
    this.postId = postId;
    this.base = { seq: 0, rev: null };
    const kept = { take: () => [], store: () => [] };
    this.queue = new SendQueue(
      (pending) => client.deliver(this, pending),
      () => client.wire.isConnected,
      kept,
    );
    const socket = { ask: (name, payload) => this.#ask(name, payload), isConnected: () => client.wire.isConnected };
    const api = { page: (id, stretch) => client.page(id, stretch) };
    this.store = new MessageStore(postId, socket, api, this.queue, () => this.#note());
  }

  get userId() {
    return this.#client.person.id;
  }

  get messages() {
    return this.store.messages();
  }

  /** A frame of the server. */
  hear(frame) {
    const items = this.#client.plants.tamper(frame.items, this);
    this.log.push({
      kind: 'frame',
      prevRev: frame.prevRev,
      rev: frame.rev,
      revs: items.map(({ rev }) => rev),
    });
    this.#noteHeard(items);
    this.#client.meter.countGap(frame.prevRev - this.store.rev);
    this.store.apply({ ...frame, items });
  }

  /** From here on the log says what follows a state that was checked. */
  startAfresh(seq, rev) {
    this.base = { seq, rev };
    this.log = [];
  }

  async #ask(name, payload) {
    const answer = await this.#client.wire.ask(name, payload);
    if (name !== 'post:open') return answer;
    const { rev = null } = payload;
    const items = this.#client.plants.tamper(answer.items, this);
    this.log.push({ kind: 'open', asked: rev, rev: answer.head.rev, isComplete: answer.complete !== false });
    this.#noteHeard(items);
    if (rev !== null) {
      this.#askedTo = answer.head.rev;
      this.#client.meter.countOpening(answer.head.rev - rev);
    }
    return { ...answer, items };
  }

  /** Changes of messages that the store has let go of, because they are far above what is on screen. */
  #noteHeard(items) {
    const from = this.messages[0]?.seq ?? 0;
    const rows = items.filter(({ seq }) => seq < from);
    if (rows.length > 0) this.log.push({ kind: 'heard', rows: rows.map(rowOf) });
  }

  /** Notes what changed on screen; after a start afresh only once what is between is there too, as a reader scrolls up for it. */
  #note() {
    const items = this.store.messages();
    const [first, shownTo] = [items[0]?.seq ?? 0, Math.max(this.base.seq, this.#lastShown)];
    if (first > shownTo + 1 && shownTo > 0) {
      void this.store.loadOlder().catch(() => this.store.open());
      return;
    }
    this.#show(items);
    for (const seq of this.#rows.keys()) if (seq < first) this.#rows.delete(seq);
    this.#lastShown = Math.max(this.#lastShown, items.at(-1)?.seq ?? 0);
    this.#client.meter.noteRev(this, this.store.rev, this.#askedTo);
    this.#client.moved(this);
    this.store.trim();
  }

  #show(items) {
    const rows = items.filter((message) => this.#rows.get(message.seq) !== message);
    for (const message of rows) {
      this.#rows.set(message.seq, message);
      this.#client.noteStored(message);
    }
    if (rows.length > 0) this.log.push({ kind: 'shown', rows: rows.map(rowOf) });
  }
}

function rowOf(message) {
  const { seq, id, rev, clientId, authorId } = message;
  return { seq, id, rev, key: clientId === undefined ? undefined : `${authorId}/${clientId}`, face: faceOf(message) };
}
