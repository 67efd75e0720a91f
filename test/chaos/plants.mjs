import { randomUUID } from 'node:crypto';

export const PLANTS = ['loss', 'duplicate', 'swap', 'recall'];

/** A fault that a server could have, put between the wire and one reader, once: the run must not pass with it. */
export class Plants {
  #kind;
  #victim;
  /** What the victim gets in place of a message, whichever way that comes to it: else one way would repair the other. */
  #instead = new Map();

  /** @param {string | undefined} kind nothing is planted without it */
  constructor(kind) {
    this.#kind = kind;
  }

  get isPlanted() {
    return this.#victim !== undefined;
  }

  /** The messages of a frame or an answer as the reader gets them. */
  tamper(items, reader) {
    if (this.#kind === undefined || reader.base.rev === null) return items;
    if (this.#victim !== undefined)
      return this.#victim === reader ? items.flatMap((one) => this.#instead.get(keyOf(one)) ?? [one]) : items;
    const changed = TAMPER[this.#kind](items, reader);
    if (changed === undefined) return items;
    this.#victim = reader;
    if (this.#kind === 'recall') items.forEach((one, index) => this.#instead.set(keyOf(one), [changed[index]]));
    if (this.#kind === 'loss') for (const one of items) if (!changed.includes(one)) this.#instead.set(keyOf(one), []);
    return changed;
  }
}

const keyOf = ({ id, rev }) => `${id} ${rev}`;
const isNew = (store) => (message) => message.seq > store.lastSeq() && message.state === 'live';

const TAMPER = {
  // One's own comes with its acknowledgement, too.
  loss: (items, { store, userId }) => {
    const lost = items.find((message) => isNew(store)(message) && message.authorId !== userId);
    return lost && items.filter((message) => message !== lost);
  },
  duplicate: (items, { store }) => {
    const last = items.at(-1);
    if (last === undefined || !isNew(store)(last)) return undefined;
    return [...items, { ...last, id: randomUUID(), seq: last.seq + 1 }];
  },
  swap: (items, { store }) => {
    const [one, other] = items.filter(isNew(store));
    if (other === undefined) return undefined;
    const swapped = new Map([
      [one, { ...other, seq: one.seq, rev: one.rev }],
      [other, { ...one, seq: other.seq, rev: other.rev }],
    ]);
    return items.map((message) => swapped.get(message) ?? message);
  },
  recall: (items, { store }) => {
    const recalled = items.find(({ state }) => state === 'recalled');
    const before = store.messages().find(({ seq, state }) => seq === recalled?.seq && state === 'live');
    return before && items.map((message) => (message === recalled ? { ...before, rev: recalled.rev } : message));
  },
};
