import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NavigationProgress } from './navigation-progress';

describe('the progress of a page change', () => {
  const currentNavigation = signal<object | null>(null);
  let progress: NavigationProgress;
  const wait = (ms: number) => {
    TestBed.tick();
    jest.advanceTimersByTime(ms);
    return progress.isSlow();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    currentNavigation.set(null);
    TestBed.configureTestingModule({ providers: [{ provide: Router, useValue: { currentNavigation } }] });
    progress = TestBed.inject(NavigationProgress);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('is shown after 300 ms, until the page is there', () => {
    currentNavigation.set({});
    expect([wait(299), wait(2)]).toEqual([false, true]);
    currentNavigation.set(null);
    expect(wait(0)).toBe(false);
  });

  it('is not shown for a page that is there at once', () => {
    currentNavigation.set({});
    wait(200);
    currentNavigation.set(null);
    expect(wait(1_000)).toBe(false);
  });
});
