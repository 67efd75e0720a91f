/** A change that a reader does not have this long after the first of all clients has it was missed, and one that it had to ask for. */
const LATE_MS = 1_000;

const NO_COUNTS = { strikes: 0, inFlight: 0, missed: 0, repaired: 0 };

/**
 * Counts what faults did. Every change of a post is followed at every reader of it: who has it a second after somebody else
 * was told heard it in time; who has it later, or by asking, missed the frame and was repaired.
 */
export class Meter {
  sendsInFlight = 0;
  #strikes = [{ at: 0, kind: 'nothing' }];
  /** By post: when each rev was known first. */
  #known = new Map();
  /** By reader: how far it is. */
  #revs = new Map();

  constructor() {
    this.startOver();
  }

  /** Counts from nothing. */
  startOver() {
    Object.assign(this, { acknowledged: 0, repeated: 0, knownBefore: 0, openings: 0, gaps: 0 });
    /** By kind of fault. */
    this.counts = new Map();
  }

  /** A fault strikes now: what goes missing from here on is its doing. */
  strike(kind) {
    this.#strikes.push({ at: performance.now(), kind });
    const counts = this.#countsOf(kind);
    counts.strikes += 1;
    counts.inFlight += this.sendsInFlight;
  }

  /** Runs a send, which counts as in flight until it is answered. */
  async inFlight(send) {
    this.sendsInFlight += 1;
    try {
      return await send();
    } finally {
      this.sendsInFlight -= 1;
    }
  }

  countAck(isAgain, wasStoredBefore) {
    this.acknowledged += 1;
    if (isAgain) this.repeated += 1;
    if (isAgain && wasStoredBefore) this.knownBefore += 1;
  }

  countOpening(revs) {
    if (revs > 0) this.openings += 1;
  }

  countGap(revs) {
    if (revs > 0) this.gaps += 1;
  }

  /** A reader of a post has its changes up to `rev`; those up to `askedTo` no frame brought, but an answer to `post:open`. */
  noteRev(reader, rev, askedTo) {
    const from = this.#revs.get(reader) ?? rev;
    if (rev >= from) this.#revs.set(reader, rev);
    const known = this.#knownOf(reader.postId);
    const now = performance.now();
    for (let one = from + 1; one <= rev; one += 1) {
      if (!known.has(one)) known.set(one, now);
      const first = known.get(one);
      const isLate = now - first > LATE_MS;
      if (!isLate && one > askedTo) continue;
      const counts = this.#countsOf(this.#kindAt(isLate ? first + LATE_MS : now));
      counts.missed += 1;
      counts.repaired += 1;
    }
  }

  /** Readers that never got to `rev` missed what is between, and it was not repaired. */
  settle(reader, rev) {
    const lost = rev - (this.#revs.get(reader) ?? rev);
    if (lost > 0) this.#countsOf(this.#kindAt(performance.now())).missed += lost;
  }

  /** What was followed so far has come to everybody. */
  forget() {
    this.#known.clear();
    this.#strikes.splice(0, this.#strikes.length - 1);
  }

  /** The fault that was at work then: the last that had struck. */
  #kindAt(time) {
    return this.#strikes.findLast(({ at }) => at <= time)?.kind ?? 'nothing';
  }

  #knownOf(postId) {
    if (!this.#known.has(postId)) this.#known.set(postId, new Map());
    return this.#known.get(postId);
  }

  #countsOf(kind) {
    if (!this.counts.has(kind)) this.counts.set(kind, { ...NO_COUNTS });
    return this.counts.get(kind);
  }
}
