import { describe, expect, it } from '@jest/globals';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { asAppError } from './as-app-error.js';

const withCode = (code: string): Error => Object.assign(new Error('refused'), { code });

describe('asAppError', () => {
  it.each<[string, unknown]>([
    ['a database that starts', withCode('57P03')],
    ['a connection that breaks', withCode('ECONNRESET')],
    ['a connection that broke before a query', new Error('Connection terminated unexpectedly')],
    ['a transaction whose connection broke between two statements', new QueryRunnerProviderAlreadyReleasedError()],
    ['a query on such a connection', new QueryRunnerAlreadyReleasedError()],
  ])('says that %s is unavailable, so that clients try again', (_, error) => {
    expect(asAppError(error)).toMatchObject({ code: 'unavailable' });
  });

  it('says that a lock that is not given is busy, and all else a fault of ours', () => {
    expect(asAppError(withCode('55P03'))).toMatchObject({ code: 'busy' });
    expect(asAppError(new Error('What is this?'))).toMatchObject({ code: 'internal_error' });
  });
});
