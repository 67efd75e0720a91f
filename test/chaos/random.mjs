/** Random numbers that are the same for the same seed. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, without 1 (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to `end`, without `end`. */
  below(end) {
    return Math.floor(this.next() * end);
  }

  between(least, most) {
    return least + this.next() * (most - least);
  }

  /** Undefined of an empty list. */
  pick(list) {
    return list[this.below(list.length)];
  }

  shuffle(list) {
    const left = [...list];
    const mixed = [];
    while (left.length > 0) mixed.push(...left.splice(this.below(left.length), 1));
    return mixed;
  }

  /** A waiting time, in milliseconds, of something that happens by chance every `mean`. */
  wait(mean) {
    return -Math.log(1 - this.next()) * mean;
  }
}
