import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { StreamJumps } from './stream-jumps';
import { StreamPages } from './stream-pages';

describe('what stands above and below what is on screen', () => {
  const isJumping = signal(false);

  /** A stream whose both edges are near, with more beyond them. */
  function setUp() {
    isJumping.set(false);
    TestBed.configureTestingModule({ providers: [StreamPages, { provide: StreamJumps, useValue: { isJumping } }] });
    const pages = TestBed.inject(StreamPages);
    const store = {
      phase: () => 'ready',
      isAtStart: () => false,
      isAtEnd: () => false,
      loadOlder: jest.fn(() => Promise.resolve()),
      loadNewer: jest.fn(() => Promise.reject(new Error('unreachable'))),
    };
    const scroll = { isNearTop: () => true, isNearBottom: () => true };
    pages.follow((() => store) as never, scroll as never);
    return { pages, loads: () => [store.loadOlder.mock.calls.length, store.loadNewer.mock.calls.length] };
  }

  it('waits while the reader is being brought elsewhere, and is fetched once they are there', () => {
    const { pages, loads } = setUp();
    isJumping.set(true);
    pages.fill();
    TestBed.tick();
    expect(loads()).toEqual([0, 0]);
    isJumping.set(false);
    TestBed.tick();
    expect(loads()).toEqual([1, 1]);
  });

  it('is not asked for again by itself where it could not be had', async () => {
    const { pages, loads } = setUp();
    TestBed.tick();
    await new Promise((next) => setTimeout(next));
    pages.fill();
    expect([pages.older(), pages.newer(), loads()]).toEqual(['loading', 'failed', [2, 1]]);
  });
});
