import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MessagePage } from '#contracts/message.dto.js';
import type { SharedPost } from '#contracts/post.dto.js';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import { speak } from '../language/texts';
import { aMessage } from '../messages/message.fixture';
import { MessagesApi } from '../messages/messages-api';
import { PostStore } from '../posts/post-store';
import { ChatSocket } from '../realtime/chat-socket';
import { LatestLines } from './latest-lines';

const post = (rev: number) => ({ id: 'post', lastSeq: rev, rev }) as SharedPost;
const latest = (seq: number, excerpt: string) => ({ postId: 'post', seq, authorId: 'lei', excerpt, at: '' });

describe('the latest lines of unread posts', () => {
  const page = jest.fn<(id: string, stretch: object) => Promise<MessagePage>>();
  const connections = signal(1);
  const readSeq = signal(0);
  let lines: LatestLines;

  const answer = (seqs: number[], rev: number) =>
    page.mockResolvedValueOnce({
      items: seqs.map((seq) => aMessage({ seq })),
      head: { firstSeq: 1, lastSeq: seqs.at(-1) ?? 0, rev },
    });
  const words = (told?: ReturnType<typeof latest>) => lines.of('post', told).map((line) => line.words);

  beforeEach(() => {
    jest.useFakeTimers();
    page.mockReset();
    connections.set(1);
    readSeq.set(0);
    TestBed.configureTestingModule({
      providers: [
        { provide: MessagesApi, useValue: { page } },
        { provide: PostStore, useValue: { readSeq: () => readSeq() } },
        { provide: ChatSocket, useValue: { connections } },
      ],
    });
    lines = TestBed.inject(LatestLines);
    TestBed.tick();
  });

  afterEach(() => {
    jest.useRealTimers();
    speak('en', english);
  });

  it('are the newest two, without what was read', async () => {
    answer([3, 4], 4);
    lines.need([post(4)]);
    await jest.advanceTimersByTimeAsync(0);
    expect(page.mock.calls).toEqual([['post', { after: 2 }]]);
    expect(words()).toEqual(['message 3', 'message 4']);
    readSeq.set(3);
    expect(words()).toEqual(['message 4']);
  });

  it('follow what is told at once, and ask again after a rest', async () => {
    answer([3, 4], 4);
    lines.need([post(4)]);
    await jest.advanceTimersByTimeAsync(0);
    expect(words(latest(5, 'told **now**'))).toEqual(['message 4', 'told now']);
    lines.need([post(5)]);
    expect(page).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2_000);
    answer([4, 5], 5);
    lines.need([post(5)]);
    await jest.advanceTimersByTimeAsync(0);
    expect(words(latest(5, 'told **now**'))).toEqual(['message 4', 'message 5']);
  });

  it('are not asked for again when nothing is new', async () => {
    answer([4], 4);
    lines.need([post(4)]);
    await jest.advanceTimersByTimeAsync(5_000);
    lines.need([post(4)]);
    expect(page).toHaveBeenCalledTimes(1);
  });

  it('do not outlive a lost connection', async () => {
    answer([4], 4);
    lines.need([post(4)]);
    await jest.advanceTimersByTimeAsync(0);
    connections.set(2);
    TestBed.tick();
    expect(words()).toEqual([]);
  });

  it('stay away when they cannot be had', async () => {
    page.mockRejectedValueOnce(new Error('unreachable'));
    lines.need([post(4)]);
    await jest.advanceTimersByTimeAsync(0);
    expect(words()).toEqual([]);
  });

  it('are asked for again when they are looked at a minute later: one may have been recalled', async () => {
    answer([3, 4], 4);
    lines.need([post(4)]);
    await jest.advanceTimersByTimeAsync(30_000);
    lines.lookAgain();
    lines.need([post(4)]);
    expect(page).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(31_000);
    page.mockResolvedValueOnce({
      items: [aMessage({ seq: 3, text: '', state: 'recalled' }), aMessage({ seq: 4 })],
      head: { firstSeq: 1, lastSeq: 4, rev: 5 },
    });
    lines.lookAgain();
    expect(words()).toEqual(['message 3', 'message 4']);
    lines.need([post(4)]);
    await jest.advanceTimersByTimeAsync(0);
    expect(words()).toEqual(['Message recalled', 'message 4']);
    speak('zh', chinese);
    expect(words()).toEqual(['消息已撤回', 'message 4']);
  });
});
