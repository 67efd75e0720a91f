import { randomUUID } from 'node:crypto';

export const PLANTS = ['loss', 'duplicate', 'swap', 'recall'];

/** A fault that a server could have, put between the wire and one reader, once: the run must not pass with it. */
export class Plants {
  isPlanted = false;
  #kind;

  /** @param {string | undefined} kind nothing is planted without it */
  constructor(kind) {
    this.#kind = kind;
  }

  /** The messages of a frame or an answer as the reader gets them. */
  tamper(items, reader) {
    if (this.#kind === undefined || this.isPlanted || reader.base.rev === null) return items;
    const changed = TAMPER[this.#kind](items, reader.store);
    this.isPlanted = changed !== undefined;
    return changed ?? items;
  }
}

const isNew = (store) => (message) => message.seq > store.lastSeq() && message.state === 'live';

const TAMPER = {
  loss: (items, store) => {
    const lost = items.find(isNew(store));
    return lost && items.filter((message) => message !== lost);
  },
  duplicate: (items, store) => {
    const last = items.at(-1);
    if (last === undefined || !isNew(store)(last)) return undefined;
    return [...items, { ...last, id: randomUUID(), seq: last.seq + 1 }];
  },
  swap: (items, store) => {
    const [one, other] = items.filter(isNew(store));
    if (other === undefined) return undefined;
    const swapped = new Map([
      [one, { ...other, seq: one.seq, rev: one.rev }],
      [other, { ...one, seq: other.seq, rev: other.rev }],
    ]);
    return items.map((message) => swapped.get(message) ?? message);
  },
  recall: (items, store) => {
    const recalled = items.find(({ state }) => state === 'recalled');
    const before = store.messages().find(({ seq, state }) => seq === recalled?.seq && state === 'live');
    return before && items.map((message) => (message === recalled ? { ...before, rev: recalled.rev } : message));
  },
};
