import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ReadMarks } from '../posts/read-marks';
import { ServerError } from '../realtime/server-error';
import { CurrentRoom } from '../rooms/current-room';
import { SessionStore } from '../sign-in/session-store';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { EditWindow } from './edit-window';
import { Editing } from './editing';
import { aMessage } from './message.fixture';
import { MessageStores } from './message-stores';
import { MessageVerbs } from './message-verbs';
import { ReadingHold } from './reading-hold';

describe('what one may do with a message', () => {
  const message = aMessage();
  const isOpen = signal(true);
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
    say.mockReset();
    isOpen.set(true);
    TestBed.configureTestingModule({
      providers: [
        { provide: ReadMarks, useValue: { unread } },
        { provide: CurrentRoom, useValue: { isMember: () => true, room: () => ({}), post: () => ({}) } },
        { provide: SessionStore, useValue: { user: signal({ id: 'hanna' }) } },
        { provide: MessageStores, useValue: {} },
        { provide: Confirm, useValue: {} },
        { provide: EditWindow, useValue: { isOpenFor: () => isOpen() } },
      ],
    });
    jest.spyOn(TestBed.inject(Notice), 'say').mockImplementation(say);
  });

  it('marked unread, keeps it so while it is looked at', async () => {
    unread.mockResolvedValue();
    expect(await mark()).toBe(true);
  });

  it('marked unread, lets it be read as ever when the server was not told', async () => {
    unread.mockRejectedValue(new ServerError('unreachable', ''));
    expect([await mark(), say.mock.calls]).toEqual([
      false,
      [['The server did not answer. Check your connection and try again.']],
    ]);
  });

  it('is edited as long as the organisation lets one, and by keys later says why not', () => {
    const verbs = TestBed.inject(MessageVerbs);
    const own = aMessage({ authorId: 'hanna' });
    const labels = () => verbs.actionsOf(own).map(({ label }) => label);
    expect(labels()).toContain('Edit');
    isOpen.set(false);
    expect([verbs.canEdit(own), labels().includes('Edit'), labels().includes('Recall')]).toEqual([false, false, true]);
    verbs.edit(own);
    verbs.edit(aMessage({ authorId: 'lei' }));
    expect(say.mock.calls).toEqual([['The time in which messages may be edited is over.']]);
    expect(TestBed.inject(Editing).messageId()).toBeNull();
  });
});
