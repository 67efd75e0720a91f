import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SessionStore } from '../sign-in/session-store';
import { Drafts } from './drafts';

describe('drafts', () => {
  const user = signal<{ id: string } | null>({ id: 'hanna' });
  let drafts: Drafts;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    user.set({ id: 'hanna' });
    TestBed.configureTestingModule({ providers: [{ provide: SessionStore, useValue: { user } }] });
    drafts = TestBed.inject(Drafts);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('are there after a reload, for their writer only', () => {
    drafts.write('chat', '明天见');
    expect(localStorage.getItem('roomers.draft.hanna.chat')).toBe('明天见');
    expect([...drafts.all()]).toEqual([['chat', '明天见']]);
    user.set({ id: 'lei' });
    expect([drafts.read('chat'), drafts.has('chat')]).toEqual(['', false]);
  });

  it('go when nothing is left of them', () => {
    drafts.write('chat', 'a');
    drafts.write('chat', '');
    expect([drafts.has('chat'), localStorage.length]).toEqual([false, 0]);
  });

  it('are told to the lists when one begins or ends and when it rests, not with every key', () => {
    const told = jest.fn();
    const shown = computed(() => told(drafts.all().get('chat')));
    shown();
    for (const text of ['a', 'ab', 'abc']) {
      drafts.write('chat', text);
      shown();
    }
    expect(told.mock.calls).toEqual([[undefined], ['a']]);
    jest.advanceTimersByTime(800);
    shown();
    expect(told.mock.calls.at(-1)).toEqual(['abc']);
  });

  it('stay on the page when the device has no room for them, and say so', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    drafts.write('chat', 'a long one');
    expect([drafts.read('chat'), drafts.has('chat'), drafts.isStored('chat')]).toEqual(['a long one', true, false]);
    drafts.write('chat', '');
    expect([drafts.read('chat'), drafts.has('chat'), drafts.isStored('chat')]).toEqual(['', false, true]);
  });

  it('follow what another window does with them', () => {
    drafts.write('chat', 'here');
    localStorage.setItem('roomers.draft.hanna.chat', 'there');
    dispatchEvent(new StorageEvent('storage', { key: 'roomers.draft.lei.chat' }));
    expect(drafts.elsewhere()).toBe(0);
    dispatchEvent(new StorageEvent('storage', { key: 'roomers.draft.hanna.chat', newValue: 'there' }));
    expect([drafts.elsewhere(), drafts.all().get('chat')]).toEqual([1, 'there']);
  });

  it('take more words below what was begun', () => {
    drafts.add('chat', 'first');
    drafts.add('chat', 'second');
    expect([drafts.read('chat'), drafts.elsewhere()]).toEqual(['first\nsecond', 2]);
  });
});
