import { LiveAnnouncer } from '@angular/cdk/a11y';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { aMessage } from './message.fixture';
import type { MessageStore } from './message-store';
import { StreamAnnouncer } from './stream-announcer';

describe('what is spoken of a stream', () => {
  const announce = jest.fn(() => Promise.resolve());
  const messages = signal<readonly Message[]>([]);
  const isAtBottom = signal(true);
  const store = signal({ messages, phase: signal('ready') } as unknown as MessageStore);

  beforeEach(() => {
    jest.useFakeTimers();
    announce.mockClear();
    messages.set([aMessage({ seq: 1 })]);
    isAtBottom.set(true);
    TestBed.configureTestingModule({
      providers: [
        StreamAnnouncer,
        { provide: LiveAnnouncer, useValue: { announce } },
        { provide: PeopleStore, useValue: { nameOf: () => 'Greta' } },
        { provide: SessionStore, useValue: { user: () => ({ id: 'me' }) } },
      ],
    });
    const announcer = TestBed.inject(StreamAnnouncer);
    TestBed.runInInjectionContext(() => announcer.follow(store, isAtBottom));
    TestBed.tick();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const come = (...texts: string[]) => {
    const from = messages().length + 1;
    messages.update((known) => [...known, ...texts.map((text, index) => aMessage({ seq: from + index, text }))]);
    TestBed.tick();
  };
  const wait = () => jest.advanceTimersByTime(2_000);

  it('is nothing of what was there already', () => {
    wait();
    expect(announce).not.toHaveBeenCalled();
  });

  it('is the name and the words without their signs, every two seconds at most', () => {
    come('**hello** `you`');
    come('again');
    expect(announce).not.toHaveBeenCalled();
    wait();
    expect(announce.mock.calls).toEqual([['Greta: hello you. Greta: again', 'polite']]);
  });

  it('is a number above three, and 120 characters of a long one', () => {
    come('1', '2', '3', '4');
    wait();
    come('x'.repeat(500));
    wait();
    expect(announce.mock.calls).toEqual([
      ['4 new messages', 'polite'],
      [`Greta: ${'x'.repeat(120)}`, 'polite'],
    ]);
  });

  it('is nothing of what one wrote, nor while scrolled up', () => {
    messages.update((known) => [...known, aMessage({ seq: 2, authorId: 'me' })]);
    TestBed.tick();
    isAtBottom.set(false);
    come('unseen');
    wait();
    expect(announce).not.toHaveBeenCalled();
  });

  it('waits while an input method has the text', () => {
    document.dispatchEvent(new Event('compositionstart'));
    come('later');
    wait();
    expect(announce).not.toHaveBeenCalled();
    document.dispatchEvent(new Event('compositionend'));
    wait();
    expect(announce).toHaveBeenCalledTimes(1);
  });
});
