import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Snapshots } from '../realtime/snapshots';
import { SessionStore } from '../sign-in/session-store';
import { KeptMessages } from './kept-messages';
import { EMPTY_LOG } from './message-log';

describe('the messages that a device keeps', () => {
  const snapshots = {
    read: jest.fn<(name: string) => Promise<unknown>>(),
    write: jest.fn<(name: string, value: unknown) => Promise<void>>(),
    remove: jest.fn<(name: string) => Promise<void>>(),
    keepNewest: jest.fn<(prefix: string, count: number) => Promise<void>>(),
  };
  let kept: KeptMessages;

  beforeEach(() => {
    jest.useFakeTimers();
    for (const call of Object.values(snapshots)) call.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        { provide: Snapshots, useValue: snapshots },
        { provide: SessionStore, useValue: { user: () => ({ id: 'hanna' }) } },
      ],
    });
    kept = TestBed.inject(KeptMessages);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const source = (postId: string) => ({ postId, kept: () => EMPTY_LOG });
  const written = () => snapshots.write.mock.calls.map(([name]) => name);
  const rest = () => jest.advanceTimersByTimeAsync(2_000);

  it('are written once for many changes', async () => {
    kept.keepSoon(source('chat'));
    kept.keepSoon(source('chat'));
    await rest();
    expect(written()).toEqual(['hanna/messages/chat']);
  });

  it('stay those of the posts read last, however long the visit lasts', async () => {
    for (const postId of ['chat', 'topic', 'chat']) {
      kept.keepSoon(source(postId));
      await rest();
    }
    expect(snapshots.keepNewest.mock.calls).toEqual([
      ['hanna/messages/', 30],
      ['hanna/messages/', 30],
    ]);
  });

  it('are those of a post, and nothing that another program kept there', async () => {
    const log = { ...EMPTY_LOG, rev: 3 };
    snapshots.read.mockResolvedValueOnce(log).mockResolvedValueOnce({ messages: [] });
    expect([await kept.read('chat'), await kept.read('chat'), await kept.read('chat')]).toEqual([
      log,
      undefined,
      undefined,
    ]);
  });

  it('are gone with their post, also when they were just to be written', async () => {
    kept.keepSoon(source('chat'));
    kept.forget('chat');
    await rest();
    expect([written(), snapshots.remove.mock.calls]).toEqual([[], [['hanna/messages/chat']]]);
  });
});
