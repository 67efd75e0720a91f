import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { RecentErrors } from './recent-errors.js';

describe('recent errors', () => {
  it('are the last twenty, the latest first, and every line still goes where it went', () => {
    const lines: string[] = [];
    const recent = new RecentErrors();
    const log = pino({ base: null }, recent.listenTo({ write: (line) => lines.push(line) }));
    log.warn('not an error');
    for (let n = 1; n <= 25; n += 1) log.error({ context: 'jobs', err: new TypeError(`why ${n}`) }, `error ${n}`);
    log.error({ err: new Error('failed with status code 500') }, 'request failed');
    log.fatal('x'.repeat(1_000));
    expect(lines).toHaveLength(28);
    const [last, before] = recent.list();
    expect(recent.list()).toHaveLength(20);
    expect(last).toEqual({ at: expect.any(Number), message: 'x'.repeat(300) });
    expect(before).toEqual({
      at: expect.any(Number),
      context: 'jobs',
      message: 'error 25',
      error: 'TypeError: why 25',
    });
  });
});
