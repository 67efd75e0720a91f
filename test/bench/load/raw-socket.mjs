import WebSocket from 'ws';

const PING = 0x32;
const MESSAGE = 0x34;
const [CONNECT, EVENT, ACK, REFUSED] = ['0', '2', '3', '4'].map((digit) => digit.charCodeAt(0));

/**
 * A Socket.IO client that writes Engine.IO frames by hand and hands on bytes as they came, so that load costs the same
 * whatever server it is put on, and little.
 */
export class RawSocket {
  /** Takes each event, the whole frame as bytes. */
  onEvent = () => undefined;
  /** Called once when the connection is gone. */
  onClosed = () => undefined;
  #answers = new Map();
  #asked = 0;

  /** @param socket an open WebSocket */
  constructor(socket) {
    this.socket = socket;
    socket.on('message', (data) => this.#take(data));
    socket.on('close', () => this.onClosed());
    socket.on('error', () => undefined);
  }

  /**
   * Resolves once the server has taken the connection.
   * @param {string} address `http://host:port` @param {object} [auth]
   * @throws Error when it refused it
   */
  static async connect(address, auth = {}) {
    const url = `${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
    await new Promise((done, fail) => socket.once('open', done).once('error', fail).once('close', fail));
    const own = new RawSocket(socket);
    await new Promise((done, fail) => {
      own.onConnected = done;
      own.onRefused = (reason) => fail(new Error(`refused: ${reason}`));
      own.onClosed = () => fail(new Error('closed'));
      socket.send(`40${JSON.stringify(auth)}`);
    });
    own.onClosed = () => undefined;
    return own;
  }

  /** Sends an event; resolves with the answer. */
  ask(event, body) {
    return new Promise((done) => this.tell(event, body, done));
  }

  /** Sends an event; `answered` gets the answer. */
  tell(event, body, answered) {
    const id = this.#asked++;
    this.#answers.set(id, answered);
    this.socket.send(`42${id}${JSON.stringify([event, body])}`);
  }

  close() {
    this.socket.terminate();
  }

  #take(data) {
    if (data[0] === PING) this.socket.send('3');
    if (data[0] !== MESSAGE) return;
    if (data[1] === EVENT) this.onEvent(data);
    else if (data[1] === ACK) this.#answered(data.toString());
    else if (data[1] === CONNECT) this.onConnected?.();
    else if (data[1] === REFUSED) this.onRefused?.(data.toString('utf8', 2));
  }

  #answered(text) {
    const start = text.indexOf('[');
    const id = Number(text.slice(2, start));
    const answered = this.#answers.get(id);
    this.#answers.delete(id);
    answered?.(JSON.parse(text.slice(start))[0]);
  }
}
