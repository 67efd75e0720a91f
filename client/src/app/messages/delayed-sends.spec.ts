import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Upload, Uploads } from '../attachments/uploads';
import { DelayedSends } from './delayed-sends';
import { Drafts } from './drafts';
import { MessageStores } from './message-stores';

const upload = (key: number, state: Upload['state']) => ({ key, state }) as Upload;

describe('a message sent before its files have arrived', () => {
  const items = signal<readonly Upload[]>([]);
  const send = jest.fn();
  const write = jest.fn();
  let delayed: DelayedSends;

  beforeEach(() => {
    jest.clearAllMocks();
    items.set([upload(1, 'uploading'), upload(2, 'ready')]);
    TestBed.configureTestingModule({
      providers: [
        { provide: Uploads, useValue: { of: () => ({ items }), take: () => items().map(({ key }) => key) } },
        { provide: MessageStores, useValue: { send } },
        { provide: Drafts, useValue: { write } },
      ],
    });
    delayed = TestBed.inject(DelayedSends);
  });

  const update = (...uploads: Upload[]) => {
    items.set(uploads);
    TestBed.tick();
  };

  it('goes out with them once they have, and its draft goes', () => {
    delayed.send('post', 'look');
    expect([send.mock.calls, delayed.isWaiting('post')]).toEqual([[], true]);
    update(upload(1, 'ready'), upload(2, 'ready'));
    expect([send.mock.calls, delayed.isWaiting('post')]).toEqual([[['post', 'look', [1, 2]]], false]);
    expect(write.mock.calls).toEqual([['post', '']]);
  });

  it('goes out at once when they all have', () => {
    items.set([upload(1, 'ready')]);
    delayed.send('post', 'look');
    TestBed.tick();
    expect(send.mock.calls).toEqual([['post', 'look', [1]]]);
  });

  it('stays with its writer when a file fails', () => {
    delayed.send('post', 'look');
    update(upload(1, 'failed'), upload(2, 'ready'));
    update(upload(2, 'ready'));
    expect([send.mock.calls, write.mock.calls, delayed.isWaiting('post')]).toEqual([[], [], false]);
  });

  it('stays with its writer when called off', () => {
    delayed.send('post', 'look');
    delayed.callOff('post');
    update(upload(1, 'ready'), upload(2, 'ready'));
    expect([send.mock.calls, write.mock.calls]).toEqual([[], []]);
  });
});
