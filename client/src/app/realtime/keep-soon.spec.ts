import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KeepSoon } from './keep-soon';

describe('what is kept soon', () => {
  let keeps: KeepSoon;
  const kept: string[] = [];
  const keep = (what: string) => () => void kept.push(what);

  beforeEach(() => {
    jest.useFakeTimers();
    kept.length = 0;
    keeps = TestBed.inject(KeepSoon);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  function show(state: DocumentVisibilityState): void {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('is kept once for many changes, and again after the next', () => {
    keeps.after(100, 'a', keep('first'));
    keeps.after(100, 'a', keep('second'));
    keeps.after(200, 'b', keep('other'));
    jest.advanceTimersByTime(99);
    expect(kept).toEqual([]);
    jest.advanceTimersByTime(1);
    keeps.after(100, 'a', keep('third'));
    jest.advanceTimersByTime(1_000);
    expect(kept.toSorted()).toEqual(['first', 'other', 'third']);
  });

  it('is kept at once, and only once, when the page is left', () => {
    keeps.after(100, 'a', keep('a'));
    keeps.after(100, 'b', keep('b'));
    show('visible');
    expect(kept).toEqual([]);
    show('hidden');
    jest.advanceTimersByTime(1_000);
    expect(kept).toEqual(['a', 'b']);
  });

  it('is not kept once it was dropped', () => {
    keeps.after(100, 'a', keep('a'));
    keeps.drop('a');
    show('hidden');
    jest.advanceTimersByTime(1_000);
    expect(kept).toEqual([]);
  });
});
