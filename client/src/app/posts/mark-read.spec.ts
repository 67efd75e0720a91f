import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServerError } from '../realtime/server-error';
import { Notice, type NoticeAction } from '../ui/notice';
import { MarkRead } from './mark-read';
import { PostStore } from './post-store';
import { ReadMarks } from './read-marks';

describe('marking everything read', () => {
  const said: [string, NoticeAction | undefined][] = [];
  const restore = jest.fn<() => Promise<void>>();
  const before = [{ postId: 'chat', readSeq: 3 }];

  beforeEach(() => {
    said.length = 0;
    restore.mockReset().mockResolvedValue();
    TestBed.configureTestingModule({
      providers: [
        { provide: Notice, useValue: { say: (text: string, action?: NoticeAction) => said.push([text, action]) } },
        { provide: PostStore, useValue: { unreadPosts: () => [{ id: 'chat' }] } },
        { provide: ReadMarks, useValue: { readAll: () => before, restore } },
      ],
    });
    TestBed.inject(MarkRead).everything();
  });

  it('can be taken back', async () => {
    expect(said.map(([text, action]) => [text, action?.label])).toEqual([['Everything marked as read', 'Undo']]);
    await said[0]?.[1]?.run();
    expect([restore.mock.calls, said.length]).toEqual([[[before]], 1]);
  });

  it('can still be taken back when the server did not answer at first', async () => {
    restore.mockRejectedValueOnce(new ServerError('unreachable', 'The server did not answer.'));
    await said[0]?.[1]?.run();
    const [words, action] = said[1] ?? [];
    expect([words, action?.label]).toEqual([expect.stringMatching(/^The server did not answer\./u), 'Try again']);
    await said[1]?.[1]?.run();
    expect([restore.mock.calls.length, said.length]).toEqual([2, 2]);
  });
});
