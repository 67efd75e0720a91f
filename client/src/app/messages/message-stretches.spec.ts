import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MessagePage } from '#contracts/message.dto.js';
import { ServerError } from '../realtime/server-error';
import type { MessageStore } from './message-store';
import { aStore, FakePost } from './message-store.fixture';

const texts = (store: MessageStore) => store.messages().map(({ text }) => text);

describe('the stretches of a post that a message store holds', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
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

  it('reaches the newest though more is written while the newest are on their way', async () => {
    const post = new FakePost();
    for (let seq = 1; seq <= 9; seq += 1) post.change({ seq });
    const { store, page } = aStore(post);
    const head = { firstSeq: 1, lastSeq: 9, rev: 9 };
    post.open = () => ({ ok: true, head: { ...head, readSeq: 0 }, items: post.changes.slice(7) });
    await store.open();
    page.mockResolvedValueOnce({ items: post.changes.slice(0, 3), head });
    await store.loadAround(2);
    let reply: (page: MessagePage) => void = () => undefined;
    page.mockReturnValueOnce(new Promise((resolve) => (reply = resolve)));
    const loaded = store.loadNewest();
    await jest.advanceTimersByTimeAsync(0);
    for (const seq of [10, 11]) {
      post.change({ seq });
      store.apply(post.frame());
    }
    reply({ items: post.changes.slice(6, 9), head });
    await loaded;
    expect(store.messages().map(({ seq }) => seq)).toEqual([7, 8, 9, 10, 11]);
    expect(store.isAtEnd()).toBe(true);
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
});
