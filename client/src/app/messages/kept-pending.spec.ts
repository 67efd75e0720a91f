import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { followPending, KeptPending, postsWithPending } from './kept-pending';
import type { PendingMessage } from './pending-message';

const written = (clientId: string, state: PendingMessage['state'] = 'waiting', minute = 10): PendingMessage => ({
  ...{ clientId, state, text: clientId, attachments: [], writtenAt: `2026-06-03T09:${minute}:00.000Z` },
});
const full = () =>
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
const left = () => new KeptPending('hanna', 'post').take().map(({ clientId, state }) => `${clientId} ${state}`);

describe('messages that a device keeps until they are sent', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('wait again on the next visit, for their writer only', () => {
    new KeptPending('hanna', 'post').store([written('a', 'sending'), written('b', 'failed'), written('c', 'sent')]);
    expect(left()).toEqual(['a waiting', 'b failed']);
    expect([postsWithPending('hanna'), postsWithPending('lei')]).toEqual([['post'], []]);
    expect(new KeptPending('lei', 'post').take()).toEqual([]);
  });

  it('of two windows stand beside each other, and each forgets only its own', () => {
    const [one, other] = [new KeptPending('hanna', 'post'), new KeptPending('hanna', 'post')];
    one.store([written('a')]);
    other.store([written('b')]);
    expect(left()).toEqual(['a waiting', 'b waiting']);
    one.store([]);
    expect(left()).toEqual(['b waiting']);
    other.store([]);
    expect(localStorage.length).toBe(0);
  });

  it('are taken from another window once', () => {
    const [one, other] = [new KeptPending('hanna', 'post'), new KeptPending('hanna', 'post')];
    one.store([written('a')]);
    expect([other.take().length, other.take().length]).toEqual([1, 0]);
  });

  it('wait in the order in which they were written, whichever was stored last', () => {
    const pending = [written('z', 'waiting', 11), written('m', 'waiting', 12), written('a', 'waiting', 13)];
    const kept = new KeptPending('hanna', 'post');
    kept.store(pending.toReversed());
    kept.store(pending.map((message) => ({ ...message, state: 'failed' })));
    expect(left()).toEqual(['z failed', 'm failed', 'a failed']);
  });

  it('are not written back once another window has let go of them', () => {
    const [one, other] = [new KeptPending('hanna', 'post'), new KeptPending('hanna', 'post')];
    one.store([written('a', 'failed')]);
    const copies = other.take();
    one.store([]);
    other.store([...copies, written('b')]);
    expect(left()).toEqual(['b waiting']);
  });

  it('stay although another window writes without having heard of them yet', () => {
    const [one, other] = [new KeptPending('hanna', 'post'), new KeptPending('hanna', 'post')];
    one.store([written('a')]);
    const [key = ''] = Object.keys(localStorage);
    const own = localStorage.getItem(key) ?? '';
    localStorage.clear();
    other.store([written('b', 'waiting', 11)]);
    localStorage.setItem(key, own);
    expect(left()).toEqual(['a waiting', 'b waiting']);
  });

  it('are told of where there is no room for them, and kept once there is', () => {
    const kept = new KeptPending('hanna', 'post');
    expect(kept.store([written('a')])).toEqual([]);
    const spy = full();
    expect(kept.store([written('a', 'failed'), written('b')])).toEqual(['b']);
    spy.mockRestore();
    expect([kept.store([written('a', 'failed'), written('b')]), left()]).toEqual([[], ['a failed', 'b waiting']]);
  });

  it('disturb nobody where what was kept cannot be read', () => {
    new KeptPending('hanna', 'post').store([written('a')]);
    localStorage.setItem('roomers.pending.hanna.post.x', '{broken');
    localStorage.setItem('roomers.pending.hanna.post', '{broken');
    expect(left()).toEqual(['a waiting']);
  });

  it('are taken over from an earlier version of this page, which kept them under one key', () => {
    localStorage.setItem('roomers.pending.hanna.post', JSON.stringify([written('a', 'sending'), written('b')]));
    expect(postsWithPending('hanna')).toEqual(['post']);
    const kept = new KeptPending('hanna', 'post');
    expect(kept.take().map(({ clientId }) => clientId)).toEqual(['a', 'b']);
    kept.store([]);
    expect(localStorage.length).toBe(0);
  });

  it('are told of when another window lets go of one, and of nothing else', () => {
    const gone: string[] = [];
    followPending((postId, clientId) => gone.push(`${postId} ${clientId}`));
    new KeptPending('hanna', 'post').store([written('a')]);
    const [key = ''] = Object.keys(localStorage);
    for (const [name, newValue] of [
      [key, '{}'],
      ['roomers.draft.hanna.post', null],
      [key, null],
    ] as const)
      dispatchEvent(new StorageEvent('storage', { key: name, newValue }));
    expect(gone).toEqual(['post a']);
  });
});
