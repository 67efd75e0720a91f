import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { GrowingPause } from './growing-pause';

describe('the pause before the next attempt', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const waits = (pause: GrowingPause, ...asked: (number | undefined)[]) => asked.map((one) => pause.next(one));
  const FIVE = [undefined, undefined, undefined, undefined, undefined];

  it('grows to ten seconds, each time up to twice as long by chance', () => {
    const random = jest.spyOn(Math, 'random').mockReturnValue(0);
    expect(waits(new GrowingPause(1_000), ...FIVE)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
    random.mockReturnValue(1);
    expect(waits(new GrowingPause(1_000), ...FIVE)).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it('is never shorter than what the server asks for, and not the same for all', () => {
    jest.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5).mockReturnValueOnce(0);
    expect(waits(new GrowingPause(1_000), 30_000, 2_000, 1)).toEqual([30_000, 3_000, 4_000]);
  });

  it('is short again once it worked', () => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const pause = new GrowingPause(500);
    waits(pause, ...FIVE);
    pause.startOver();
    expect(pause.next()).toBe(500);
  });
});
