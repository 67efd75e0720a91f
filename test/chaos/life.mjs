import { ask } from './furnish.mjs';
import { pause } from './waiting.mjs';

/** Of a hundred things that people do. */
const WEIGHTS = { send: 62, answer: 6, picture: 1, edit: 12, recall: 5, read: 12, unread: 2 };
/** Nobody goes on writing for ever while nothing comes back. */
const MOST_PENDING = 20;
const MOST_CHANGING = 3;
const ALL = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);

/** What people do at random until they are told to stop. */
export class Life {
  #isOver = true;
  /** How often it has begun: who waits since an earlier time does nothing any more. */
  #time = 0;
  #count = 0;

  /** @param {{ clients: object[], random: object, perSecond: number, picture: Buffer }} facts what all clients do a second */
  constructor({ clients, random, perSecond, picture }) {
    Object.assign(this, { clients, random, perSecond, picture });
  }

  begin() {
    this.#isOver = false;
    this.#time += 1;
    for (const client of this.clients) void this.#live(client, this.#time);
  }

  end() {
    this.#isOver = true;
  }

  /** Many write at the same moment, so that what strikes then meets sends on their way. */
  burst(count) {
    for (let index = 0; index < count; index += 1) this.#send(this.random.pick(this.clients));
  }

  async #live(client, time) {
    const mean = (1_000 * this.clients.length) / this.perSecond;
    for (;;) {
      await pause(this.random.wait(mean));
      if (this.#isOver || this.#time !== time) return;
      this.#act(client);
    }
  }

  #act(client) {
    let choice = this.random.next() * ALL;
    const [what] = Object.entries(WEIGHTS).find(([, weight]) => (choice -= weight) < 0);
    const reader = this.random.pick(client.readers);
    if (what === 'send') this.#send(client, reader);
    else if (what === 'answer') this.#send(client, reader, this.#quote(reader));
    else if (what === 'picture') void this.#sendPicture(client, reader);
    else if (what === 'edit' || what === 'recall') this.#change(client, what);
    else void client.read(reader, this.#place(reader), `post:${what}`);
  }

  #send(client, reader = this.random.pick(client.readers), more = {}) {
    if (reader.queue.pending().length >= MOST_PENDING) return;
    this.#count += 1;
    client.send(reader, `message ${this.#count} of ${client.person.username}`, more);
  }

  #quote({ messages }) {
    const quoted = this.random.pick(
      messages.slice(-10).filter(({ state, kind }) => state === 'live' && kind === 'text'),
    );
    return quoted === undefined ? {} : { replyToId: quoted.id };
  }

  async #sendPicture(client, reader) {
    const form = new FormData();
    form.append('file', new Blob([this.picture], { type: 'image/png' }), 'picture.png');
    const path = `/api/attachments?roomId=${client.person.roomId}`;
    const file = await ask(client.address, client.person, 'POST', path, form).catch(() => undefined);
    if (file !== undefined && !this.#isOver) this.#send(client, reader, { attachmentIds: [file.id] });
  }

  /** Only what nobody changes already: one person does not edit a message twice at the same moment. */
  #change(client, what) {
    if (client.isChanging >= MOST_CHANGING) return;
    const message = this.random.pick([...client.own.values()].filter(({ state }) => state === 'live').slice(-20));
    if (message === undefined) return;
    client.own.delete(message.id);
    this.#count += 1;
    const reader = client.readers.find(({ postId }) => postId === message.postId);
    void client.change(reader, message, what === 'edit' ? `message ${this.#count}, edited` : undefined);
  }

  #place({ store }) {
    return Math.max(1, store.lastSeq() - this.random.below(5));
  }
}
