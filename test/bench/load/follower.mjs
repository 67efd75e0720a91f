import { pause } from './figures.mjs';
import { RawSocket } from './raw-socket.mjs';

/** Clients that lost the server come back spread over this time. */
const SPREAD_MS = 1_000;

/** Somebody who follows a post as the protocol asks: keeps its `rev`, sees gaps, comes back with what they have. */
export class Follower {
  lastSeq = 0;
  twice = 0;
  disordered = 0;
  #rev;
  #opening = false;
  #held = [];
  #isOver = false;

  constructor(address, token, postId) {
    Object.assign(this, { address, token, postId });
  }

  /** Connects and opens the post; resolves once it is whole. @throws Error when the server refuses */
  async come() {
    this.socket = await RawSocket.connect(this.address, { token: this.token, protocol: 1 });
    this.socket.onEvent = (frame) => this.#hear(frame);
    await this.#open();
  }

  /** Comes back once the connection is lost, however often it takes. */
  comeBack() {
    const again = async () => {
      while (!this.#isOver) {
        await pause(Math.random() * SPREAD_MS);
        try {
          return await this.come();
        } catch {
          // The server is not there yet.
        }
      }
    };
    this.back = again();
  }

  /** Sends a message, until it is acknowledged. */
  async say(clientId) {
    for (;;) {
      await this.back;
      const { postId } = this;
      const answer = await this.socket.ask('message:send', { postId, clientId, text: 'x'.repeat(100) });
      if (answer.ok) return;
      await pause(answer.error.retryAfterMs ?? SPREAD_MS);
    }
  }

  end() {
    this.#isOver = true;
    this.socket?.close();
  }

  async #open() {
    this.#opening = true;
    const rev = this.#rev;
    const answer = await this.socket.ask('post:open', { postId: this.postId, ...(rev !== undefined && { rev }) });
    if (!answer.ok) throw new Error(answer.error.code);
    if (rev === undefined) this.lastSeq = answer.head.firstSeq - 1;
    this.#take(answer.items);
    this.#rev = answer.head.rev;
    this.#opening = false;
    for (const frame of this.#held.splice(0)) this.#apply(frame);
  }

  #hear(bytes) {
    const [event, frame] = JSON.parse(bytes.toString('utf8', 2));
    if (event !== 'messages') return;
    if (this.#opening) this.#held.push(frame);
    else this.#apply(frame);
  }

  #apply(frame) {
    if (frame.rev <= this.#rev) return;
    if (frame.prevRev > this.#rev) {
      void this.#open().catch(() => undefined);
      return;
    }
    this.#take(frame.items.filter(({ rev }) => rev > this.#rev));
    this.#rev = frame.rev;
  }

  #take(items) {
    for (const { seq } of items) {
      if (seq <= this.lastSeq) this.twice += 1;
      else if (seq > this.lastSeq + 1) this.disordered += 1;
      this.lastSeq = Math.max(this.lastSeq, seq);
    }
  }
}
