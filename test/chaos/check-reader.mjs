/**
 * Whether a reader of one post saw every message once and in order, in its last state, by an unbroken chain of revs.
 * @param {string} name who it is
 * @param {{ seq: number, rev: number | null }} base what was checked before: the log begins there
 * @param {object[]} log what the reader heard (`open`, `frame`, and `heard` of messages far above) and showed (`shown`), in order
 * @param {{ rev: number, rows: Map<number, object> }} stored where the post stands, and its messages above `base.seq`
 * @returns {string[]} what is wrong
 */
export function readerFaults(name, base, log, stored) {
  const chain = new Chain(base.rev);
  const screen = new Screen(base.seq);
  for (const entry of log) {
    if (entry.kind === 'shown') for (const row of entry.rows) screen.show(row);
    else if (entry.kind === 'heard') for (const row of entry.rows) screen.hear(row);
    else chain.take(entry);
  }
  const faults = [
    ...chain.faults,
    ...chain.faultsAt(stored.rev),
    ...screen.faults,
    ...screen.faultsBeside(stored.rows),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
}

/** Follows the revs of one reader: each frame must continue what came before, or be reached by an answer to `post:open`. */
class Chain {
  faults = [];
  #rev;
  #held = [];

  constructor(rev) {
    this.#rev = rev;
  }

  take(entry) {
    if (entry.kind === 'frame') this.#hear(entry);
    else this.#open(entry);
  }

  /** What does not fit where the post stands now. */
  faultsAt(rev) {
    const faults = this.#held.map((frame) => `the frame ${frame.prevRev} to ${frame.rev} was never reached`);
    if (this.#rev !== rev) faults.push(`it is at rev ${this.#rev}, the post at ${rev}`);
    return faults;
  }

  #hear({ prevRev, rev, revs }) {
    const outside = revs.filter((one) => one <= prevRev || one > rev);
    if (outside.length > 0 || new Set(revs).size < revs.length)
      this.faults.push(`the frame ${prevRev} to ${rev} brought the revs ${revs.join(', ')}`);
    if (this.#rev === null || prevRev > this.#rev) this.#held.push({ prevRev, rev });
    else this.#rev = Math.max(this.#rev, rev);
  }

  #open({ asked, rev, isComplete }) {
    if (!isComplete) this.#rev = null;
    else if (asked === null) this.#rev = rev;
    else if (this.#rev === null || asked > this.#rev)
      this.faults.push(`it asked from rev ${asked}, and was at ${this.#rev}`);
    else this.#rev = Math.max(this.#rev, rev);
    const waiting = this.#held.toSorted((one, other) => one.prevRev - other.prevRev);
    this.#held = [];
    for (const frame of waiting) this.#hear({ ...frame, revs: [] });
  }
}

/** What one reader has on screen: by number, each message once, none before the one below it. */
class Screen {
  faults = [];
  #from;
  #last;
  #rows = new Map();
  #numbers = new Map();

  constructor(seq) {
    this.#from = seq;
    this.#last = seq;
  }

  /** A message that was on screen and is far above it now: the news replaces it, unless it is older. */
  hear(row) {
    const known = this.#rows.get(row.seq);
    if (known?.id === row.id && known.rev < row.rev) this.#rows.set(row.seq, row);
  }

  show(row) {
    if (row.seq <= this.#from) return;
    const known = this.#rows.get(row.seq);
    if (known === undefined) this.#add(row);
    else if (known.id !== row.id) this.faults.push(`#${row.seq} was ${known.id} and became ${row.id}`);
    else if (known.rev > row.rev) this.faults.push(`#${row.seq} went back from rev ${known.rev} to ${row.rev}`);
    this.#rows.set(row.seq, row);
  }

  /** What differs from what is stored. */
  faultsBeside(stored) {
    const faults = [];
    for (const [seq, row] of stored) {
      const shown = this.#rows.get(seq);
      if (shown === undefined) faults.push(`#${seq} was never shown`);
      else if (shown.id !== row.id) faults.push(`#${seq} is ${shown.id} on screen and ${row.id} in the database`);
      else if (shown.rev !== row.rev || shown.face !== row.face)
        faults.push(`#${seq} stayed as of rev ${shown.rev}, and is ${row.state} since rev ${row.rev}`);
    }
    for (const seq of this.#rows.keys()) if (!stored.has(seq)) faults.push(`#${seq} was shown and is not stored`);
    return faults;
  }

  #add(row) {
    if (row.seq !== this.#last + 1) this.faults.push(`#${row.seq} was shown after #${this.#last}`);
    this.#last = Math.max(this.#last, row.seq);
    for (const name of [row.id, row.key].filter((one) => one !== undefined)) {
      if (this.#numbers.has(name)) this.faults.push(`#${row.seq} was shown before, as #${this.#numbers.get(name)}`);
      this.#numbers.set(name, row.seq);
    }
  }
}
