import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ReadMarks } from '../posts/read-marks';
import { ServerError } from '../realtime/server-error';
import { CurrentRoom } from '../rooms/current-room';
import { SessionStore } from '../sign-in/session-store';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { aMessage } from './message.fixture';
import { MessageStores } from './message-stores';
import { MessageVerbs } from './message-verbs';
import { ReadingHold } from './reading-hold';

describe('marking a message unread', () => {
  const message = aMessage();
  const unread = jest.fn<() => Promise<void>>();
  const say = jest.fn();
  /** Done from the message's menu; whether looking at the post reads nothing any more. */
  const mark = async () => {
    const action = TestBed.inject(MessageVerbs)
      .actionsOf(message)
      .find(({ label }) => label === 'Mark unread from here');
    await action?.run();
    return TestBed.inject(ReadingHold).isHeld(message.postId);
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        { provide: ReadMarks, useValue: { unread } },
        { provide: CurrentRoom, useValue: { isMember: () => true, room: () => ({}), post: () => ({}) } },
        { provide: SessionStore, useValue: { user: signal({ id: 'hanna' }) } },
        { provide: MessageStores, useValue: {} },
        { provide: Confirm, useValue: {} },
      ],
    });
    jest.spyOn(TestBed.inject(Notice), 'say').mockImplementation(say);
  });

  it('keeps it unread while it is looked at', async () => {
    unread.mockResolvedValue();
    expect(await mark()).toBe(true);
  });

  it('lets it be read as ever when the server was not told', async () => {
    unread.mockRejectedValue(new ServerError('unreachable', 'The server did not answer.'));
    expect([await mark(), say.mock.calls]).toEqual([false, [['The server did not answer.']]]);
  });
});
