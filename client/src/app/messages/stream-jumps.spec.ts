import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { Notice } from '../ui/notice';
import { StreamJumps } from './stream-jumps';
import { StreamWindow } from './stream-window';

describe('a jump in a stream', () => {
  /** A stream whose fetches end when the test says so. */
  function setUp() {
    const notice = {
      said: jest.fn(),
      attempt: async (work: () => Promise<unknown>) => {
        try {
          await work();
          return true;
        } catch {
          notice.said();
          return false;
        }
      },
    };
    TestBed.configureTestingModule({ providers: [{ provide: Notice, useValue: notice }] });
    const stream = createEnvironmentInjector([StreamJumps, StreamWindow], TestBed.inject(EnvironmentInjector));
    const jumps = stream.get(StreamJumps);
    const [around, newest] = [deferred(), deferred()];
    const scroll = { letGo: jest.fn(), measure: jest.fn(), toBottom: jest.fn() };
    const store = { loadAround: () => around.promise, loadNewest: () => newest.promise };
    jumps.follow({ store: () => store, scroll, element: () => document.body } as never);
    return { stream, jumps, around, newest, scroll, said: notice.said };
  }

  it.each(['arrives', 'fails'])('ends quietly when the stream is left before what it needs %s', async (how) => {
    const { stream, jumps, around, said } = setUp();
    const jump = jumps.toMessage(3);
    stream.destroy();
    if (how === 'arrives') around.resolve();
    else around.reject(new Error('unreachable'));
    await expect(jump).resolves.toBeUndefined();
    expect([jumps.jumpedTo(), said.mock.calls]).toEqual([undefined, []]);
  });

  it('says that a place could not be fetched, and lets the stream go on from where it is', async () => {
    const { jumps, newest, scroll, said } = setUp();
    const jump = jumps.toNewest();
    newest.reject(new Error('unreachable'));
    await jump;
    expect([said.mock.calls.length, scroll.toBottom.mock.calls.length]).toEqual([1, 0]);
    expect([jumps.isJumping(), jumps.isFetching()]).toEqual([false, false]);
  });

  it('is given up for a later one, whichever comes first', async () => {
    const { jumps, around, newest, scroll } = setUp();
    const first = jumps.toMessage(3);
    const second = jumps.toNewest();
    around.resolve();
    await first;
    expect([jumps.isJumping(), jumps.jumpedTo()]).toEqual([true, undefined]);
    newest.resolve();
    await settled(second);
    expect([scroll.toBottom.mock.calls.length, jumps.isJumping()]).toEqual([1, false]);
  });
});

function deferred() {
  let [resolve, reject]: [() => void, (error: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve: () => resolve(), reject: (error: Error) => reject(error) };
}

/** Draws until a jump has ended: it waits for what it needs to be on the page. */
async function settled(jump: Promise<void>): Promise<void> {
  await Promise.resolve();
  await new Promise((next) => setTimeout(next));
  TestBed.tick();
  await jump;
}
