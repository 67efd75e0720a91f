import { describe, expect, it } from '@jest/globals';
import { assertCanKeep } from './organisation.policy.js';

const MIB = 1024 * 1024;
const before = { verifiedEmail: true, emailDomains: ['example.org'], attachmentMaxBytes: 25 * MIB };
/** A server that sends no mail any more, and takes smaller files than it did. */
const less = { mailConfigured: false, attachmentCeiling: 10 * MIB };

function problems(change: Partial<typeof before>, means = less): string[] {
  try {
    assertCanKeep(before, { ...before, ...change }, means);
    return [];
  } catch (error) {
    return (error as { details: { errors: { field: string }[] } }).details.errors.map(({ field }) => field);
  }
}

describe('what a server can keep of the settings', () => {
  it('is all that it kept before it could do less', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ emailDomains: ['example.com'] })).toEqual([]);
    expect(problems({ ...before, emailDomains: [] })).toEqual([]);
  });

  it('is less when it is changed', () => {
    expect(problems({ attachmentMaxBytes: 20 * MIB })).toEqual(['attachmentMaxBytes']);
    expect(problems({ attachmentMaxBytes: 10 * MIB })).toEqual([]);
    expect(problems({ verifiedEmail: false })).toEqual(['emailDomains']);
    expect(problems({ verifiedEmail: false, emailDomains: [] })).toEqual([]);
  });

  it('is everything that it has the means for', () => {
    const all = { mailConfigured: true, attachmentCeiling: 25 * MIB };
    const none = { verifiedEmail: false, emailDomains: [], attachmentMaxBytes: null };
    expect(() => {
      assertCanKeep(none, before, all);
    }).not.toThrow();
    expect(() => {
      assertCanKeep(none, before, less);
    }).toThrow(expect.objectContaining({ code: 'validation_failed' }));
  });
});
