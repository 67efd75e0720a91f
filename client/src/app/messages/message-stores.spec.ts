import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PostStore } from '../posts/post-store';
import { ChatSocket } from '../realtime/chat-socket';
import { ServerError } from '../realtime/server-error';
import { SessionStore } from '../sign-in/session-store';
import { KeptMessages } from './kept-messages';
import { KeptPending } from './kept-pending';
import { MessageStores } from './message-stores';
import { aMessage } from './message.fixture';
import { MessagesApi } from './messages-api';

const HEAD = { firstSeq: 1, lastSeq: 0, rev: 0, readSeq: 0 };

describe('the message stores', () => {
  const known = signal<ReadonlySet<string>>(new Set(['chat']));
  const ask = jest.fn<(name: string, payload: object) => Promise<object>>();
  const forget = jest.fn();
  const heard = new Map<string, (frame: object) => void>();
  const on = (name: string, hear: (frame: object) => void) => heard.set(name, hear);
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
        { provide: ChatSocket, useValue: { on, ask, isConnected: () => true } },
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

  it('let go of what is not kept any longer, and show what there is in its place', async () => {
    const items = [1, 2, 3, 4].map((seq) => aMessage({ seq, rev: seq }));
    ask.mockResolvedValue({ ok: true, head: { ...HEAD, lastSeq: 4, rev: 4 }, items });
    const store = stores.of('chat');
    await settle();
    heard.get('post')?.({ id: 'another', firstSeq: 4 });
    expect(store.messages().map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    heard.get('post')?.({ id: 'chat', firstSeq: 3 });
    expect([store.messages().map(({ seq }) => seq), store.isAtStart()]).toEqual([[3, 4], true]);
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

  describe('beside another window', () => {
    const failed = { text: 'hi', attachments: [], writtenAt: '2026-06-03T09:00:00.000Z', state: 'failed' as const };
    const lettingGo = (other: KeptPending) => {
      const [key] = Object.keys(localStorage);
      other.store([]);
      dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    };

    it('let go of what was discarded there, do not bring it back, and go on with what waits behind it', async () => {
      const other = new KeptPending('hanna', 'chat');
      other.store([{ ...failed, clientId: 'theirs' }]);
      const { queue } = stores.of('chat');
      await settle();
      stores.send('chat', 'behind it', []);
      lettingGo(other);
      await settle();
      expect(queue.pending().map(({ text }) => text)).toEqual(['behind it']);
      expect(asked('message:send').map((sent) => (sent as { text: string }).text)).toEqual(['behind it']);
      expect(JSON.stringify({ ...localStorage })).not.toContain('theirs');
    });

    it('open no post for what is let go of elsewhere', async () => {
      const other = new KeptPending('hanna', 'never opened');
      other.store([{ ...failed, clientId: 'theirs' }]);
      lettingGo(other);
      await settle();
      expect(stores.known('never opened')).toBeUndefined();
    });
  });

  it('write one message after the other, whatever the clock says', () => {
    jest.useFakeTimers({ now: new Date('2026-06-03T09:00:00.000Z') });
    stores.send('chat', 'one', []);
    stores.send('chat', 'two', []);
    jest.setSystemTime(new Date('2026-06-03T08:00:00.000Z'));
    stores.send('chat', 'three', []);
    jest.useRealTimers();
    const kept = new KeptPending('hanna', 'chat').take();
    expect(kept.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  it('keep one that is asked for before its post is known', async () => {
    const store = stores.of('later');
    await settle();
    known.set(new Set(['chat', 'later']));
    await settle();
    expect([stores.of('later') === store, asked('post:close')]).toEqual([true, []]);
  });
});
