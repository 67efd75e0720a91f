import { LRUCache } from 'lru-cache';

/** How long an answer of the database may be taken for the present one (`wire.md`: sessions, revocation). */
const CONFIRMED_MS = 5_000;

/**
 * What the database confirmed within the last five seconds, the least used let go of first. A change made by this node
 * counts at once: after `forget` no answer is kept that was asked for before it.
 */
export class ConfirmedCache<Value extends object> {
  private readonly known: LRUCache<string, Value>;
  private changes = 0;

  /** @param max entries kept */
  constructor(max: number) {
    this.known = new LRUCache({ max, ttl: CONFIRMED_MS });
  }

  /** The value of a key, read when it is not known; undefined answers are never kept. @throws what `read` throws */
  async get(key: string, read: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.known.get(key);
    if (known) return known;
    const before = this.changes;
    const value = await read();
    // What changed while it was read may be missing from it: such an answer is good for this once.
    if (value && before === this.changes) this.known.set(key, value);
    return value;
  }

  /** Makes the keys be asked for again. */
  forget(keys: Iterable<string>): void {
    this.changes += 1;
    for (const key of keys) this.known.delete(key);
  }

  /** Makes every key be asked for again whose entry fits. */
  forgetWhere(fits: (key: string, value: Value) => boolean): void {
    this.forget([...this.known.entries()].flatMap(([key, value]) => (fits(key, value) ? [key] : [])));
  }
}
