import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { Notice } from '../ui/notice';
import { StreamJumps } from './stream-jumps';
import { StreamWindow } from './stream-window';

describe('a jump in a stream', () => {
  it.each(['arrives', 'fails'])('ends quietly when the stream is left before what it needs %s', async (how) => {
    const say = jest.fn();
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        await work();
        return true;
      } catch {
        say();
        return false;
      }
    };
    TestBed.configureTestingModule({ providers: [{ provide: Notice, useValue: { attempt } }] });
    const stream = createEnvironmentInjector([StreamJumps, StreamWindow], TestBed.inject(EnvironmentInjector));
    const jumps = stream.get(StreamJumps);
    let settle: () => void = () => undefined;
    const loading = new Promise<void>((resolve, reject) => {
      settle = () => (how === 'arrives' ? resolve() : reject(new Error('unreachable')));
    });
    const scroll = { letGo: () => undefined, measure: () => undefined, toBottom: () => undefined };
    const store = { loadAround: () => loading };
    jumps.follow({ store: () => store, scroll, element: () => document.body } as never);
    const jump = jumps.toMessage(3);
    stream.destroy();
    settle();
    await expect(jump).resolves.toBeUndefined();
    expect([jumps.jumpedTo(), say.mock.calls]).toEqual([undefined, []]);
  });
});
