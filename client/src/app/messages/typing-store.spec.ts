import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ChatSocket } from '../realtime/chat-socket';
import { TypingStore } from './typing-store';

describe('who is typing', () => {
  const tellTyping = jest.fn<(postId: string) => void>();
  const handlers = new Map<string, (frame: object) => void>();
  let typing: TypingStore;

  beforeEach(() => {
    jest.useFakeTimers();
    tellTyping.mockReset();
    const on = (name: string, handle: (frame: object) => void) => void handlers.set(name, handle);
    TestBed.configureTestingModule({ providers: [{ provide: ChatSocket, useValue: { on, tellTyping } }] });
    typing = TestBed.inject(TypingStore);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is told at once, and again every few seconds while it goes on', () => {
    for (let key = 0; key < 50; key += 1) {
      typing.tell('chat');
      jest.advanceTimersByTime(100);
    }
    expect(tellTyping.mock.calls).toEqual([['chat'], ['chat']]);
  });

  it('is told of the post that one writes in by now', () => {
    typing.tell('chat');
    typing.tell('chat');
    typing.tell('topic');
    jest.advanceTimersByTime(10_000);
    expect(tellTyping.mock.calls).toEqual([['chat'], ['topic']]);
  });

  it('is not told any more once what was typed is gone', () => {
    typing.tell('chat');
    typing.tell('chat');
    typing.stop();
    jest.advanceTimersByTime(10_000);
    expect(tellTyping.mock.calls).toEqual([['chat']]);
  });

  it('ends with their message, and by itself', () => {
    const types = (userId: string) => handlers.get('typing')?.({ postId: 'chat', userId });
    types('lei');
    types('greta');
    handlers.get('messages')?.({ postId: 'chat', items: [{ authorId: 'lei' }] });
    expect(typing.in('chat')).toEqual(['greta']);
    jest.advanceTimersByTime(3_000);
    types('greta');
    jest.advanceTimersByTime(3_000);
    expect(typing.in('chat')).toEqual(['greta']);
    jest.advanceTimersByTime(2_000);
    expect(typing.in('chat')).toEqual([]);
  });
});
