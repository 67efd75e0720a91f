import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Peers } from './peers.js';

describe('Peers', () => {
  let peers: Peers;
  let told: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    peers = new Peers();
    told = [];
    peers.onBehind((nodeId) => told.push(`${nodeId} is behind`));
    peers.onGone((nodeId) => told.push(`${nodeId} is gone`));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const silence = (seconds: number): void => {
    jest.advanceTimersByTime(seconds * 1_000);
    peers.expire();
  };

  it('tell of a node that is new, of which nothing was missed', () => {
    expect([peers.hear('a', 7), peers.hear('a', 8)]).toEqual([true, true]);
    expect(told).toEqual(['a is behind']);
  });

  it('notice a number that did not come', () => {
    peers.hear('a', 1);
    expect(peers.hear('a', 3)).toBe(false);
    expect(told).toEqual(['a is behind', 'a is behind']);
  });

  it('let go of a node that says nothing for twelve seconds, once', () => {
    peers.hear('a', 1);
    silence(10);
    peers.hear('a', 2);
    silence(10);
    expect(told).toEqual(['a is behind']);
    silence(3);
    silence(3);
    expect(told).toEqual(['a is behind', 'a is gone']);
  });

  it('hold nobody dead whom this node could not hear', () => {
    peers.hear('a', 1);
    jest.advanceTimersByTime(60_000);
    peers.excuse();
    silence(10);
    expect(told).toEqual(['a is behind']);
  });

  it('hold nobody dead who said goodbye', () => {
    peers.hear('a', 1);
    peers.noteLeaving('a');
    silence(13);
    expect(told).toEqual(['a is behind']);
  });
});
