import { describe, expect, it } from '@jest/globals';
import { ServerError } from '../realtime/server-error';
import type { MessageLog } from './message-log';
import { aStore, FakePost } from './message-store.fixture';
import { aMessage } from './message.fixture';

describe('a message store, laid beside what the server has', () => {
  async function aPost(plant: (log: MessageLog) => MessageLog = (log) => log) {
    const post = new FakePost();
    for (let seq = 1; seq <= 6; seq += 1) post.change({ seq });
    post.change({ seq: 3, text: 'edited' });
    const whole = aStore(post).store;
    await whole.open();
    const { store, page } = aStore(post);
    store.restore(plant(whole.kept() as MessageLog));
    page.mockImplementation((_, stretch) => {
      const after = 'after' in stretch ? stretch.after : 0;
      const { items, head } = post.open(undefined);
      return Promise.resolve({ items: items.filter(({ seq }) => seq > after).slice(0, 4), head });
    });
    return { post, store, page };
  }

  it('is whole, page by page', async () => {
    const { store, page } = await aPost();
    expect(await store.check()).toBe(0);
    expect(page.mock.calls.map(([, stretch]) => stretch)).toEqual([{ after: 0 }, { after: 4 }]);
  });

  it('gets what is missing, and what is older than it says to know', async () => {
    const { post, store } = await aPost((log) => ({
      ...log,
      items: log.items.filter(({ seq }) => seq !== 5).map((one) => (one.seq === 3 ? aMessage({ seq: 3 }) : one)),
    }));
    expect(await store.check()).toBe(2);
    expect(store.messages()).toEqual(post.present);
    expect(await store.check()).toBe(0);
  });

  it('calls nothing wrong that came while it asked', async () => {
    const { post, store } = await aPost();
    post.change({ seq: 7 });
    expect(await store.check()).toBe(0);
    expect(store.messages()).toEqual(post.present);
  });

  it('says when the server does not answer', async () => {
    const { post, store } = await aPost();
    post.refusal = new ServerError('unreachable', 'No answer.');
    await expect(store.check()).rejects.toThrow('No answer.');
  });
});
