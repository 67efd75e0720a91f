import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
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

  it('asks for what is missing while more and more is told', async () => {
    const post = new FakePost();
    post.change({ seq: 1 });
    const { store } = aStore(post);
    await store.open();
    post.change({ seq: 2 });
    for (let seq = 3; seq <= 30; seq += 1) {
      post.change({ seq });
      store.apply(post.frame());
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(store.messages()).toEqual(post.present);
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
