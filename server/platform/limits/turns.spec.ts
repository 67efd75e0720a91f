import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns', () => {
  it('let so many work at once, in order, and refuse when too many wait', async () => {
    const turns = new Turns(2, 2);
    const log: string[] = [];
    const ends = new Map<string, () => void>();
    const work = (name: string): Promise<void> =>
      turns.take(async () => {
        log.push(name);
        await new Promise<void>((resolve) => ends.set(name, resolve));
      });
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(work);
    await expect(work('e')).rejects.toMatchObject({ code: 'busy' });
    expect(log).toEqual(['a', 'b']);
    ends.get('b')!();
    await b;
    await Promise.resolve();
    expect(log).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) ends.get(name)!();
    await Promise.all([a, c]);
    await Promise.resolve();
    ends.get('d')!();
    await d;
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  it('come again after work that failed', async () => {
    const turns = new Turns(1, 0);
    const fails = (): Promise<void> => turns.take(() => Promise.reject(new Error('no')));
    await expect(fails()).rejects.toThrow('no');
    await expect(fails()).rejects.toThrow('no');
    expect(await turns.take(() => Promise.resolve(1))).toBe(1);
  });
});
