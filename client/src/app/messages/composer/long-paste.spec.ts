import { describe, expect, it } from '@jest/globals';
import { asWritten, isLong, withoutPasted } from './long-paste';

describe('a long paste', () => {
  it('is one of many characters or of many lines', () => {
    expect([isLong('字'.repeat(2_000)), isLong('字'.repeat(2_001))]).toEqual([false, true]);
    expect([isLong('line\n'.repeat(39)), isLong('line\n'.repeat(40))]).toEqual([false, true]);
  });

  it('is compared as a text area holds it', () => {
    expect(asWritten('one\r\ntwo\rthree\n')).toBe('one\ntwo\nthree\n');
  });

  it('can be taken out again, also after something was written before it', () => {
    expect(withoutPasted('see: log end', 'log', 5)).toEqual({ text: 'see:  end', start: 5, end: 5 });
    expect(withoutPasted('please see: log end', 'log', 5)).toEqual({ text: 'please see:  end', start: 12, end: 12 });
  });

  it('stays when it was changed since', () => {
    expect(withoutPasted('see: lag end', 'log', 5)).toBeUndefined();
  });
});
