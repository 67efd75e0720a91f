import { connect, createServer } from 'node:net';

/** A cable between two programs of this computer that can be cut, and that can be slow. */
export class Link {
  #server = createServer({ allowHalfOpen: false });
  #ends = new Set();
  #isCut = false;
  #delay = 0;

  /** @param {() => number} target port at the other end, asked anew for every connection */
  constructor(target) {
    this.#server.on('connection', (near) => this.#join(near, target()));
  }

  /** @returns {Promise<Link>} */
  static async to(target) {
    const link = new Link(target);
    await new Promise((ready) => link.#server.listen(0, '127.0.0.1', ready));
    return link;
  }

  get port() {
    return this.#server.address().port;
  }

  /** How much goes through it. */
  get connections() {
    return this.#ends.size;
  }

  /** Breaks every connection, and refuses new ones until `heal`. */
  cut() {
    this.#isCut = true;
    for (const end of this.#ends) end.destroy();
  }

  /** Everything takes this long to the other end, in its order. */
  slow(milliseconds) {
    this.#delay = milliseconds;
  }

  heal() {
    this.#isCut = false;
    this.#delay = 0;
  }

  remove() {
    this.cut();
    this.#server.close();
  }

  #join(near, port) {
    if (this.#isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    this.#carry(near, far);
    this.#carry(far, near);
  }

  #carry(from, to) {
    let last = Promise.resolve();
    this.#ends.add(from);
    from.setNoDelay(true);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#ends.delete(from);
      last.then(() => to.destroySoon());
    });
    from.on('data', (bytes) => {
      const due = Date.now() + this.#delay;
      // One after the other: what was slow is not overtaken by what comes when the link is fast again.
      last = last.then(() => this.#pass(to, bytes, due));
    });
  }

  async #pass(to, bytes, due) {
    const wait = due - Date.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    if (!to.destroyed) to.write(bytes);
  }
}
