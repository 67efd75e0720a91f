import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { MessagePage } from '#contracts/message.dto.js';
import { KeptPending } from '../../client/src/app/messages/kept-pending';
import type { MessageLog } from '../../client/src/app/messages/message-log';
import { MessageStore } from '../../client/src/app/messages/message-store';
import { writtenAfter } from '../../client/src/app/messages/pending-message';
import { SendQueue } from '../../client/src/app/messages/send-queue';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { pageOf, PlayedNetwork } from './played-network';
import { record, type Recording } from './recorded-post';

/** What may happen to a client, how often each beside the others. */
const HAPPENINGS = {
  advance: 12,
  serve: 10,
  deliver: 14,
  lose: 3,
  repeat: 2,
  wait: 4,
  cut: 1,
  connect: 3,
  reload: 1,
  loadOlder: 4,
  loadNewer: 1,
  loadAround: 2,
  loadNewest: 1,
  trimAround: 1,
  rest: 2,
} as const;
type Happening = keyof typeof HAPPENINGS;

const happening = fc.oneof(
  ...Object.entries(HAPPENINGS).map(([name, weight]) => ({
    weight,
    arbitrary: fc.record({ name: fc.constant(name as Happening), which: fc.nat(99) }),
  })),
);

/** What outlives a reload. */
class Device {
  [key: string]: unknown;

  getItem(key: string): string | null {
    return (this[key] as string | undefined) ?? null;
  }

  setItem(key: string, text: string): void {
    this[key] = text;
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** One reader's client on a played network: its store and its queue, as the web client puts them together. */
class PlayedClient {
  readonly network: PlayedNetwork;
  store!: MessageStore;
  queue!: SendQueue;
  private visits = 0;
  private isTooFar = false;

  constructor(private readonly recording: Recording) {
    this.network = new PlayedNetwork(recording, {
      frame: (frame) => this.store.apply(structuredClone(frame)),
      changed: (message) => this.store.takeAnswer(structuredClone(message)),
      write: ({ clientId, text }) => this.write(clientId, text),
    });
    this.visit();
  }

  async happen(name: Happening, which: number): Promise<void> {
    const done = this.does[name](which);
    if (name === 'wait') await done;
    await jest.advanceTimersByTimeAsync(0);
  }

  /** Lets everything pass that is on its way, and all waits. */
  async calm(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 3; quiet = this.network.isQuiet ? quiet + 1 : 0) {
      if ((rounds += 1) > 1_000) throw new Error('It never comes to rest');
      this.network.serve(0);
      this.network.deliver(0);
      await jest.advanceTimersByTimeAsync(this.network.isQuiet ? 11_000 : 0);
    }
  }

  private readonly does: Record<Happening, (which: number) => unknown> = {
    advance: () => this.network.advance(),
    serve: (which) => this.network.serve(which),
    deliver: (which) => this.network.deliver(which),
    lose: (which) => this.network.lose(which),
    repeat: (which) => this.network.repeat(which),
    wait: (which) => jest.advanceTimersByTimeAsync(which * 20),
    cut: () => this.network.cut(),
    connect: (which) => this.connect(which % 5 === 0),
    reload: (which) => this.reload(which % 2 === 0),
    loadOlder: () => this.load((store) => store.loadOlder()),
    loadNewer: () => this.load((store) => store.loadNewer()),
    loadAround: (which) => this.load((store) => store.loadAround(which + 1)),
    loadNewest: () => this.load((store) => store.loadNewest()),
    trimAround: (which) => this.store.trimAround(which + 1),
    rest: () => this.store.rest(),
  };

  /** It comes when it comes, if it is not lost. */
  private load(load: (store: MessageStore) => Promise<void>): void {
    void load(this.store).catch(() => undefined);
  }

  /** As after every connection. @param isTooFar whether the server says that too much has changed */
  private connect(isTooFar: boolean): void {
    this.network.isConnected = true;
    this.isTooFar = isTooFar;
    const { store } = this;
    void store.open().then(() => store.resume());
  }

  private reload(isKept: boolean): void {
    const kept = isKept ? this.store.kept() : undefined;
    this.network.cut();
    this.store.close();
    this.visit(kept && (JSON.parse(JSON.stringify(kept)) as MessageLog));
    this.connect(false);
  }

  private visit(kept?: MessageLog): void {
    const visit = (this.visits += 1);
    const { network } = this;
    const { postId } = this.recording;
    const ask = (name: string, { rev }: { rev?: number }): Promise<object> =>
      name === 'post:open' ? network.open(rev, this.tooFar()) : Promise.resolve({ ok: true });
    const page = (_: string, stretch: Parameters<typeof pageOf>[1]): Promise<MessagePage> => network.page(stretch);
    const deliver = async ({ clientId }: { clientId: string }): Promise<void> => {
      const message = await network.send(clientId);
      if (visit === this.visits) this.store.takeAnswer(message);
    };
    this.queue = new SendQueue(deliver, () => network.isConnected, new KeptPending('reader', postId));
    const isConnected = (): boolean => network.isConnected;
    this.store = new MessageStore(postId, { ask, isConnected } as never, { page }, this.queue);
    if (kept !== undefined) this.store.restore(kept);
    void this.store.open();
    void this.store.resume();
  }

  private tooFar(): boolean {
    const { isTooFar } = this;
    this.isTooFar = false;
    return isTooFar;
  }

  private write(clientId: string, text: string): void {
    if (this.queue.pending().some((message) => message.clientId === clientId)) return;
    const writtenAt = writtenAfter(this.queue.pending());
    this.queue.add({ clientId, text, attachments: [], writtenAt, state: 'waiting' });
  }
}

/** What must be true at every moment: a stretch without a hole, each message shown once. */
function expectWhole({ store, queue }: PlayedClient): void {
  const messages = store.messages();
  const first = messages[0]?.seq ?? 1;
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => first + index));
  const pending = new Set(queue.pending().map(({ clientId }) => clientId));
  expect(messages.filter(({ clientId = '' }) => pending.has(clientId))).toEqual([]);
}

describe('a client, whatever the network does', () => {
  let server: TestServer;
  let reader: ChatUser;
  let recording: Recording;
  let kept = new Device();

  beforeAll(async () => {
    server = await TestServer.start();
    const [first, ...others] = await server.registerAll('reader', 'lei', 'priya');
    reader = first;
    recording = await record(reader, others);
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => kept,
    });
  });
  afterAll(() => server.stop());
  afterEach(() => {
    jest.useRealTimers();
  });

  it('has in the end what a fresh post:open gives, and nothing left to send', async () => {
    jest.useFakeTimers();
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 250, size: 'max' }), async (happenings) => {
        kept = new Device();
        const client = new PlayedClient(recording);
        for (const { name, which } of happenings) {
          await client.happen(name, which);
          expectWhole(client);
        }
        await client.happen('connect', 1);
        for (let rounds = 0; !client.network.isOver; rounds += 1) {
          if (rounds > 200) throw new Error(`It never sends ${JSON.stringify(client.queue.pending())}`);
          client.network.advance();
          await client.calm();
        }
        await client.happen('cut', 0);
        await client.happen('connect', 1);
        await client.calm();
        await client.happen('loadNewest', 0);
        await client.calm();
        const { fresh, history } = client.network.moment;
        const messages = client.store.messages();
        expect(messages.slice(-fresh.items.length)).toEqual(fresh.items.slice(-messages.length));
        expect(messages).toEqual(history.items.slice(-messages.length));
        expect([client.store.rev, client.store.isAtEnd(), client.queue.pending()]).toEqual([fresh.head.rev, true, []]);
      }),
      { numRuns: 120 },
    );
  });

  it('asks a recording that answers as the server does', async () => {
    const last = recording.moments.at(-1)!;
    const { postId } = recording;
    for (const stretch of [{ before: 60 }, { after: 20 }, { around: 40 }, { around: 2 }, { around: 100 }]) {
      const [[name, seq]] = Object.entries(stretch) as [[string, number]];
      const page = await body(reader.get<MessagePage>(`/api/posts/${postId}/messages?${name}=${seq}&limit=50`));
      expect(pageOf(last.history, stretch as Parameters<typeof pageOf>[1]).items).toEqual(page.items);
    }
    const kinds = recording.steps.flatMap(({ frames }) => frames.flatMap(({ items }) => items));
    expect(kinds.some(({ state }) => state === 'recalled')).toBe(true);
    expect(kinds.some(({ editedAt }) => editedAt !== undefined)).toBe(true);
    expect(recording.steps.some(({ frames }) => frames.some(({ items }) => items.length > 1))).toBe(true);
  });
});
