import { describe, expect, it } from '@jest/globals';
import { usernameCandidates } from './username-candidates.js';

describe('names near a taken one', () => {
  it('are numbered, and fit', () => {
    expect(usernameCandidates('zoe').slice(0, 2)).toEqual(['zoe-2', 'zoe-3']);
    expect(usernameCandidates('zoe.')[0]).toBe('zoe-2');
    const long = usernameCandidates('a'.repeat(32));
    expect([long[0], long[8]]).toEqual([`${'a'.repeat(30)}-2`, `${'a'.repeat(29)}-10`]);
    expect(long.filter((name) => name.length > 32)).toEqual([]);
  });
});
