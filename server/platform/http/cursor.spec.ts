import { describe, expect, it } from '@jest/globals';
import { readCursor, writeCursor } from './cursor.js';

describe('cursors', () => {
  it('come back as they were', () => {
    expect(readCursor(writeCursor(['机器', 7]), ['string', 'number'])).toEqual(['机器', 7]);
  });

  it.each(['', 'nonsense', '%00', writeCursor(['only one']), writeCursor([1, 2]), 'bnVsbA'])(
    'refuse %j at its field',
    (cursor) => {
      expect(() => readCursor(cursor, ['string', 'number'])).toThrow(
        expect.objectContaining({ code: 'validation_failed' }),
      );
    },
  );
});
