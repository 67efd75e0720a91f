import { io } from 'socket.io-client';

/** As `client/src/app/realtime/chat-socket.ts` has them. */
const ANSWER_MS = 10_000;
const AFTER_REFUSAL_MS = 2_500;
const AFTER_CLOSING_MS = 1_000;

/** The one socket of a client, with the rules of the web client's: it comes back by itself, and silence is an error. */
export class Wire {
  #socket;
  #errors;
  #pause;
  #isOver = false;

  constructor(address, token, { errors, GrowingPause }) {
    this.#errors = errors;
    this.#pause = new GrowingPause(AFTER_REFUSAL_MS);
    this.#socket = io(address, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket'],
      auth: { token, protocol: 1 },
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    this.#socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.#comeBack(AFTER_CLOSING_MS);
    });
    this.#socket.on('connect', () => this.#pause.startOver());
    this.#socket.on('connect_error', ({ data }) => {
      if (!this.#socket.active) this.#comeBack(this.#pause.next(data?.retryAfterMs));
    });
  }

  get isConnected() {
    return this.#socket.connected;
  }

  connect() {
    this.#socket.connect();
  }

  on(name, handle) {
    this.#socket.on(name, handle);
  }

  /** @throws ServerError for a refusal, silence and a broken connection */
  async ask(name, payload) {
    if (!this.#socket.connected) throw this.#errors.noAnswer();
    const answer = await this.#socket
      .timeout(ANSWER_MS)
      .emitWithAck(name, payload)
      .catch(() => {
        throw this.#errors.noAnswer();
      });
    if (!answer.ok) throw this.#errors.fromSocket(answer.error);
    return answer;
  }

  close() {
    this.#isOver = true;
    this.#socket.close();
  }

  #comeBack(afterMs) {
    setTimeout(() => {
      if (!this.#isOver && !this.#socket.connected) this.#socket.disconnect().connect();
    }, afterMs);
  }
}
