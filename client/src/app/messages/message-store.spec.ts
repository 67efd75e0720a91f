import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import { ServerError } from '../realtime/server-error';
import type { MessageStore } from './message-store';
import { aStore, FakePost } from './message-store.fixture';

const texts = (store: MessageStore) => store.messages().map(({ text }) => text);

describe('a message store', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('opens a post once, however often it is asked', async () => {
    const post = new FakePost();
    post.change({ seq: 1 });
    const { store } = aStore(post);
    await Promise.all([store.open(), store.open()]);
    expect(post.asked).toEqual([undefined]);
    expect([texts(store), store.phase()]).toEqual([['message 1'], 'ready']);
  });

  it('asks from its own rev when a frame is missing, after a moment and only once', async () => {
    const post = new FakePost();
    post.change({ seq: 1 });
    const { store } = aStore(post);
    await store.open();
    post.change({ seq: 2 });
    post.change({ seq: 3 });
    store.apply(post.frame());
    post.change({ seq: 4 });
    store.apply(post.frame());
    expect(texts(store)).toEqual(['message 1']);
    await jest.advanceTimersByTimeAsync(249);
    expect(post.asked).toEqual([undefined]);
    await jest.advanceTimersByTimeAsync(751);
    expect(post.asked).toEqual([undefined, 1]);
    expect(texts(store)).toEqual(['message 1', 'message 2', 'message 3', 'message 4']);
  });

  it.each(['unavailable', 'unreachable'] as const)('asks again when it was answered with %s', async (code) => {
    const post = new FakePost();
    post.change({ seq: 1 });
    const { store } = aStore(post);
    await store.open();
    post.change({ seq: 2 });
    post.refusal = new ServerError(code, 'Not now.');
    await store.open();
    expect([texts(store), store.phase()]).toEqual([['message 1'], 'ready']);
    post.refusal = undefined;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(texts(store)).toEqual(['message 1', 'message 2']);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(post.asked).toEqual([undefined, 1, 1]);
  });

  it('asks no more once it is closed', async () => {
    const post = new FakePost();
    post.change({ seq: 1 });
    const { store } = aStore(post);
    await store.open();
    post.refusal = new ServerError('unavailable', 'Down.', 503);
    const opened = store.open();
    store.close();
    await opened;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(post.asked).toEqual([undefined, 1]);
  });

  it('asks from its rev after a reconnect, and misses no edit and no recall', async () => {
    const post = new FakePost();
    post.change({ seq: 1 });
    post.change({ seq: 2 });
    const { store } = aStore(post);
    await store.open();
    post.change({ seq: 1, text: 'edited' });
    post.change({ seq: 2, text: '', state: 'recalled' });
    post.change({ seq: 3 });
    await store.open();
    expect(post.asked).toEqual([undefined, 2]);
    expect(store.messages()).toEqual(post.present);
  });

  it('is the same as a fresh fetch after every kind of change', async () => {
    const post = new FakePost();
    const { store } = aStore(post);
    await store.open();
    const changes: Partial<Message>[] = [
      { seq: 1 },
      { seq: 2, clientId: 'mine' },
      { seq: 1, text: 'edited', editedAt: '2026-06-03T10:00:00.000Z' },
      { seq: 2, text: '', state: 'recalled' },
      { seq: 3, text: 'removed soon' },
      { seq: 3, text: '', state: 'removed' },
    ];
    for (const change of changes) {
      post.change(change);
      store.apply(post.frame());
      expect(store.messages()).toEqual(post.present);
    }
  });

  it('takes the pending row away when its message comes, by frame or by answer', async () => {
    const post = new FakePost();
    const { store, queue } = aStore(post);
    await store.open();
    const pending = { text: 'hi', attachments: [], writtenAt: '2026-06-03T09:00:00.000Z', state: 'waiting' as const };
    queue.add({ ...pending, clientId: 'one' });
    queue.add({ ...pending, clientId: 'two' });
    post.change({ seq: 1, clientId: 'one' });
    store.apply(post.frame());
    expect(queue.pending().map(({ clientId }) => clientId)).toEqual(['two']);
    store.takeAnswer(post.change({ seq: 2, clientId: 'two' }));
    expect([queue.pending(), texts(store)]).toEqual([[], ['message 1', 'message 2']]);
    store.apply(post.frame());
    expect(texts(store)).toEqual(['message 1', 'message 2']);
  });

  it('does not take an answer out of turn: its frame brings it with what came before', async () => {
    const post = new FakePost();
    post.change({ seq: 1 });
    const { store } = aStore(post);
    await store.open();
    post.change({ seq: 2 });
    store.takeAnswer(post.change({ seq: 3 }));
    expect(texts(store)).toEqual(['message 1']);
    store.apply(post.frame(2));
    expect(texts(store)).toEqual(['message 1', 'message 2', 'message 3']);
  });

  it('says that a post is missing, and that it could not be loaded', async () => {
    const post = new FakePost();
    const { store } = aStore(post);
    post.refusal = new ServerError('unavailable', 'Down.', 503);
    await store.open();
    expect(store.phase()).toBe('failed');
    post.refusal = new ServerError('not_found', 'Not here.', 404);
    await store.open();
    expect(store.phase()).toBe('missing');
  });

  it('keeps waiting while there is no connection', async () => {
    const post = new FakePost();
    const { store } = aStore(post);
    post.refusal = new ServerError('unreachable', 'No answer.');
    await store.open();
    expect(store.phase()).toBe('loading');
  });

  it('says after ten seconds that nothing came, and takes a later answer all the same', async () => {
    const post = new FakePost();
    const { store } = aStore(post);
    post.refusal = new ServerError('unreachable', 'No answer.');
    await store.open();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(store.phase()).toBe('failed');
    post.refusal = undefined;
    const opened = store.open();
    expect(store.phase()).toBe('loading');
    await opened;
    expect(store.phase()).toBe('ready');
  });

  it('fetches one stretch after the other, so that none takes the place of another', async () => {
    const post = new FakePost();
    for (let seq = 1; seq <= 9; seq += 1) post.change({ seq });
    const { store, page } = aStore(post);
    const head = { firstSeq: 1, lastSeq: 9, rev: 9 };
    post.open = () => ({ ok: true, head: { ...head, readSeq: 0 }, items: post.changes.slice(7) });
    page.mockImplementation((_, stretch) => {
      const [from, to] =
        'around' in stretch ? [0, 3] : 'before' in stretch ? [stretch.before - 3, stretch.before - 1] : [3, 7];
      return Promise.resolve({ items: post.changes.slice(Math.max(0, from), to), head });
    });
    await store.open();
    await Promise.all([store.loadAround(2), store.loadOlder(), store.loadNewer()]);
    expect(page.mock.calls.map(([, stretch]) => stretch)).toEqual([{ around: 2 }, { after: 3 }]);
    expect(store.messages().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].slice(0, 7));
  });

  it.each(['a frame', 'an answer'])('shows a message as %s told it while its stretch was on its way', async (way) => {
    const post = new FakePost();
    for (let seq = 1; seq <= 4; seq += 1) post.change({ seq });
    const { store, page } = aStore(post);
    const head = { firstSeq: 1, lastSeq: 4, rev: 4 };
    const older = post.changes.slice(0, 2);
    post.open = () => ({ ok: true, head: { ...head, readSeq: 0 }, items: post.changes.slice(2, 4) });
    await store.open();
    let reply: (page: MessagePage) => void = () => undefined;
    page.mockReturnValueOnce(new Promise((resolve) => (reply = resolve)));
    const loaded = store.loadOlder();
    await jest.advanceTimersByTimeAsync(0);
    const recalled = post.change({ seq: 1, text: '', state: 'recalled' });
    if (way === 'a frame') store.apply(post.frame());
    else {
      post.open = () => ({ ok: true, head: { ...head, rev: 5, readSeq: 0 }, items: [recalled], complete: true });
      await store.open();
    }
    reply({ items: older, head });
    await loaded;
    expect(texts(store)).toEqual(['', 'message 2', 'message 3', 'message 4']);
  });

  it('keeps the newest thirty once nobody looks, and can go on from there', async () => {
    const post = new FakePost();
    for (let seq = 1; seq <= 120; seq += 1) post.change({ seq });
    const { store } = aStore(post);
    await store.open();
    store.rest();
    expect([store.messages().length, store.messages()[0]?.seq, store.isAtEnd()]).toEqual([30, 91, true]);
    post.change({ seq: 121 });
    store.apply(post.frame());
    expect(store.messages().at(-1)?.seq).toBe(121);
  });

  it('holds a thousand messages around the one that is looked at, and fetches the others again', async () => {
    const post = new FakePost();
    for (let seq = 1; seq <= 1_300; seq += 1) post.change({ seq });
    const { store, page } = aStore(post);
    await store.open();
    store.trimAround(200);
    expect([store.messages()[0]?.seq, store.messages().length, store.isAtEnd()]).toEqual([1, 1_000, false]);
    page.mockResolvedValueOnce({
      items: post.changes.slice(1_000, 1_050),
      head: { firstSeq: 1, lastSeq: 1_300, rev: 1_300 },
    });
    await store.loadNewer();
    expect([page.mock.calls[0]?.[1], store.messages().length]).toEqual([{ after: 1_000 }, 1_050]);
  });

  it('goes on after a stretch that could not be had', async () => {
    const post = new FakePost();
    for (let seq = 1; seq <= 4; seq += 1) post.change({ seq });
    const { store, page } = aStore(post);
    const head = { firstSeq: 1, lastSeq: 4, rev: 4 };
    post.open = () => ({ ok: true, head: { ...head, readSeq: 0 }, items: post.changes.slice(2) });
    await store.open();
    page.mockRejectedValueOnce(new ServerError('unreachable', 'No answer.'));
    await expect(store.loadOlder()).rejects.toThrow('No answer.');
    page.mockResolvedValueOnce({ items: post.changes.slice(0, 2), head });
    await store.loadOlder();
    expect(texts(store)).toEqual(['message 1', 'message 2', 'message 3', 'message 4']);
  });

  it('does not send again what another window left and has arrived meanwhile', async () => {
    const post = new FakePost();
    const { store, queue, left } = aStore(post);
    await store.open();
    post.change({ seq: 1, clientId: 'theirs' });
    store.apply(post.frame());
    const written = { text: 'hi', attachments: [], writtenAt: '2026-06-03T09:00:00.000Z', state: 'waiting' as const };
    left.push({ ...written, clientId: 'theirs' }, { ...written, clientId: 'mine' });
    await store.resume();
    expect(queue.pending().map(({ clientId }) => clientId)).toEqual(['mine']);
  });

  describe('with what the device kept', () => {
    const said = (post: FakePost, count: number) => {
      for (let seq = 1; seq <= count; seq += 1) post.change({ seq, id: `m${seq}`, text: `said ${seq}` });
    };

    async function keptAfter(post: FakePost) {
      const { store } = aStore(post);
      await store.open();
      return JSON.parse(JSON.stringify(store.kept())) as NonNullable<ReturnType<MessageStore['kept']>>;
    }

    it('shows it at once, and becomes what a fresh store is', async () => {
      const post = new FakePost();
      said(post, 3);
      const kept = await keptAfter(post);
      post.change({ seq: 2, id: 'm2', text: 'edited' });
      post.change({ seq: 4, id: 'm4', text: 'said 4' });
      const { store } = aStore(post);
      store.restore(kept);
      expect([store.phase(), store.isFresh(), texts(store)]).toEqual(['ready', false, ['said 1', 'said 2', 'said 3']]);
      post.asked.length = 0;
      await store.open();
      expect(post.asked).toEqual([3]);
      expect([store.isFresh(), texts(store)]).toEqual([true, ['said 1', 'edited', 'said 3', 'said 4']]);
    });

    it('takes the frames that came before it', async () => {
      const post = new FakePost();
      said(post, 2);
      const kept = await keptAfter(post);
      const { store } = aStore(post);
      post.change({ seq: 3, id: 'm3', text: 'said 3' });
      store.apply(post.frame());
      store.restore(kept);
      expect(texts(store)).toEqual(['said 1', 'said 2', 'said 3']);
    });

    it('comes too late once the server has answered', async () => {
      const post = new FakePost();
      said(post, 2);
      const kept = await keptAfter(post);
      post.change({ seq: 2, id: 'm2', state: 'recalled', text: '' });
      const { store } = aStore(post);
      await store.open();
      store.restore(kept);
      expect(texts(store)).toEqual(['said 1', '']);
    });

    it('keeps nothing of a post that the server has not told about', () => {
      expect(aStore(new FakePost()).store.kept()).toBeUndefined();
    });
  });
});
