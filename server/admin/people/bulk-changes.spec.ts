import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { notFound } from '../../platform/errors/app-error.js';
import { BulkChanges } from './bulk-changes.js';
import type { PeopleService } from './people.service.js';

Logger.overrideLogger(false);

const FAILURES: Record<string, Error> = {
  gone: notFound(),
  locked: Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
  lost: new Error('Connection terminated unexpectedly'),
  broken: new TypeError('What is this?'),
};

describe('what is done to several accounts', () => {
  it('is reported of each, however it failed, and done to the next', async () => {
    const done: string[] = [];
    const endSessions = (_: string, id: string): Promise<number> => {
      const failure = FAILURES[id];
      if (failure) return Promise.reject(failure);
      done.push(id);
      return Promise.resolve(1);
    };
    const changes = new BulkChanges({ endSessions } as unknown as PeopleService);
    const ids = ['one', ...Object.keys(FAILURES), 'two'];
    const results = await changes.apply('admin', { action: 'endSessions', ids });
    expect(results.map(({ id, isDone, code }) => [id, isDone, code])).toEqual([
      ['one', true, undefined],
      ['gone', false, 'not_found'],
      ['locked', false, 'busy'],
      ['lost', false, 'unavailable'],
      ['broken', false, 'internal_error'],
      ['two', true, undefined],
    ]);
    expect(results.map(({ message = '' }) => message).join()).not.toMatch(/statement|terminated|What is this/u);
    expect(done).toEqual(['one', 'two']);
  });
});
