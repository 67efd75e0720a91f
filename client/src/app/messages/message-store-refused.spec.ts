import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServerError } from '../realtime/server-error';
import { aStore, FakePost } from './message-store.fixture';

describe('a message store that the server refuses to bring up to date', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const refusal = (retryAfterMs?: number) => new ServerError('unavailable', 'Not now.', 0, [], retryAfterMs);

  async function refused(error: ServerError) {
    const post = new FakePost();
    post.change({ seq: 1 });
    const { store, isConnected } = aStore(post);
    await store.open();
    post.asked.length = 0;
    post.refusal = error;
    await store.open();
    return { post, store, isConnected };
  }

  it('asks less and less often', async () => {
    const { post } = await refused(refusal());
    await jest.advanceTimersByTimeAsync(30_000);
    const soon = post.asked.length;
    await jest.advanceTimersByTimeAsync(300_000);
    expect(soon).toBeLessThanOrEqual(10);
    expect(post.asked.length - soon).toBeLessThanOrEqual(60);
    expect(post.asked.length - soon).toBeGreaterThanOrEqual(30);
  });

  it('waits as long as the server says, whatever is told meanwhile', async () => {
    const { post, store } = await refused(refusal(20_000));
    post.change({ seq: 2 });
    post.change({ seq: 3 });
    store.apply(post.frame());
    await jest.advanceTimersByTimeAsync(19_000);
    expect(post.asked).toEqual([1]);
    post.refusal = undefined;
    await jest.advanceTimersByTimeAsync(11_000);
    expect([post.asked, store.messages().map(({ text }) => text)]).toEqual([
      [1, 1],
      ['message 1', 'message 2', 'message 3'],
    ]);
  });

  it('asks soon again after it was answered', async () => {
    const { post, store } = await refused(refusal());
    await jest.advanceTimersByTimeAsync(60_000);
    post.refusal = undefined;
    await store.open();
    post.refusal = refusal();
    await store.open();
    post.asked.length = 0;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(post.asked).toEqual([1]);
  });

  it('asks nothing while there is no connection: the next one does', async () => {
    const { post, store, isConnected } = await refused(new ServerError('unreachable', 'No answer.'));
    isConnected.set(false);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(post.asked.length).toBeLessThanOrEqual(2);
    isConnected.set(true);
    post.refusal = undefined;
    await store.open();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(post.asked.length).toBeLessThanOrEqual(3);
  });
});
