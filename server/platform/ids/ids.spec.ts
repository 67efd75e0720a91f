import { describe, expect, it } from '@jest/globals';
import { firstIdOf, isId, newId } from './ids.js';

describe('where the ids of a moment begin', () => {
  it('is not after them, and after those of the moments before', () => {
    const before = Date.now();
    const id = newId();
    expect(firstIdOf(before) <= id).toBe(true);
    expect(firstIdOf(Date.now() + 1) > id).toBe(true);
    expect([firstIdOf(0), firstIdOf(-62_135_596_800_000)]).toEqual(
      Array(2).fill('00000000-0000-0000-0000-000000000000'),
    );
    expect(isId(firstIdOf(Date.parse('2026-05-01T00:00:00Z')))).toBe(false);
  });
});
