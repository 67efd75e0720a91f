import { describe, expect, it } from '@jest/globals';
import { readCursor, writeCursor } from './cursor.js';

describe('cursors', () => {
  const id = '019a0000-0000-7000-8000-000000000000';

  it('come back as they were', () => {
    expect(readCursor(writeCursor(['机器', id]), ['string', 'id'])).toEqual(['机器', id]);
    const time = '2026-11-22T00:00:00.000Z';
    expect(readCursor(writeCursor([time, id]), ['time', 'id'])).toEqual([time, id]);
  });

  it.each([
    ...['', 'nonsense', '%00', 'bnVsbA', 'WzEsMl0'],
    ...[['only one'], ['a', 'no id'], ['a\0', id], ['a\ud800', id], ['a', id, 'more']].map(writeCursor),
  ])('refuse %j at its field', (cursor) => {
    const refused = expect.objectContaining({ code: 'validation_failed' });
    expect(() => readCursor(cursor, ['string', 'id'])).toThrow(refused);
  });

  it('refuse a time or a number that is none', () => {
    for (const time of ['soon', 'May 2026', '2026-05', '2026-11-22T00:00:00', '2026-11-22'])
      expect(() => readCursor(writeCursor([time, id]), ['time', 'id'])).toThrow();
    expect(readCursor(writeCursor(['12']), ['number'])).toEqual(['12']);
    for (const number of ['', '-1', '1.5', 'x', '9999999999'])
      expect(() => readCursor(writeCursor([number]), ['number'])).toThrow();
  });
});
