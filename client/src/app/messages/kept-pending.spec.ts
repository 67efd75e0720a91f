import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KeptPending, postsWithPending } from './kept-pending';
import type { PendingMessage } from './pending-message';

const written = (clientId: string, state: PendingMessage['state'] = 'waiting'): PendingMessage => ({
  ...{ clientId, state, text: clientId, attachments: [], writtenAt: '2026-06-03T09:00:00.000Z' },
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

  it('disturb nobody where there is no room for them, or what was kept cannot be read', () => {
    localStorage.setItem('roomers.pending.hanna.post', '{broken');
    expect(left()).toEqual([]);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => new KeptPending('hanna', 'post').store([written('a')])).not.toThrow();
  });
});
