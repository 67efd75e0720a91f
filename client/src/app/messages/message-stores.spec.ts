import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PostStore } from '../posts/post-store';
import { ChatSocket } from '../realtime/chat-socket';
import { ServerError } from '../realtime/server-error';
import { SessionStore } from '../sign-in/session-store';
import { KeptMessages } from './kept-messages';
import { MessageStores } from './message-stores';
import { MessagesApi } from './messages-api';

const HEAD = { firstSeq: 1, lastSeq: 0, rev: 0, readSeq: 0 };

describe('the message stores', () => {
  const known = signal<ReadonlySet<string>>(new Set(['chat']));
  const ask = jest.fn<(name: string, payload: object) => Promise<object>>();
  const forget = jest.fn();
  let stores: MessageStores;

  beforeEach(() => {
    localStorage.clear();
    known.set(new Set(['chat']));
    ask.mockReset().mockResolvedValue({ ok: true, head: HEAD, items: [] });
    forget.mockReset();
    const post = (id: string) => (known().has(id) ? { id } : undefined);
    const kept = { read: () => Promise.resolve(undefined), keepSoon: () => undefined, forget };
    TestBed.configureTestingModule({
      providers: [
        { provide: ChatSocket, useValue: { on: () => undefined, ask, isConnected: () => true } },
        { provide: MessagesApi, useValue: {} },
        { provide: PostStore, useValue: { post, moved: () => undefined, readAsOf: () => undefined } },
        { provide: SessionStore, useValue: { user: () => ({ id: 'hanna' }) } },
        { provide: KeptMessages, useValue: kept },
      ],
    });
    stores = TestBed.inject(MessageStores);
  });

  async function settle(): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
  const asked = (name: string) => ask.mock.calls.filter(([one]) => one === name).map(([, payload]) => payload);

  it('let go of a post that is taken from the reader, and open it afresh when it is given back', async () => {
    const before = stores.of('chat');
    await settle();
    known.set(new Set());
    await settle();
    expect([asked('post:close'), forget.mock.calls]).toEqual([[{ postId: 'chat' }], [['chat']]]);
    known.set(new Set(['chat']));
    const after = stores.of('chat');
    await settle();
    expect([after === before, asked('post:open')]).toEqual([false, [{ postId: 'chat' }, { postId: 'chat' }]]);
  });

  it('keep what is not sent of a post that is taken, and open it when it is given back', async () => {
    ask.mockRejectedValue(new ServerError('not_found', 'There is nothing here.'));
    stores.send('chat', 'not yet sent', []);
    await settle();
    known.set(new Set());
    await settle();
    expect(stores.pending().map(({ postId, message }) => [postId, message.text])).toEqual([['chat', 'not yet sent']]);
    expect(stores.of('chat').phase()).toBe('missing');
    ask.mockResolvedValue({ ok: true, head: HEAD, items: [] });
    known.set(new Set(['chat']));
    await settle();
    expect(stores.of('chat').phase()).toBe('ready');
  });

  it('keep one that is asked for before its post is known', async () => {
    const store = stores.of('later');
    await settle();
    known.set(new Set(['chat', 'later']));
    await settle();
    expect([stores.of('later') === store, asked('post:close')]).toEqual([true, []]);
  });
});
