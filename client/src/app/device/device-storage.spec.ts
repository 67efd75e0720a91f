import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { keepText } from './device-storage';

describe('a text kept on the device', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    localStorage.clear();
  });

  it('is there until it is emptied', () => {
    expect([keepText('key', 'text'), localStorage.getItem('key')]).toEqual([true, 'text']);
    expect([keepText('key', ''), localStorage.getItem('key')]).toEqual([true, null]);
  });

  it('is said not to be where there is no room', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    expect(keepText('key', 'text')).toBe(false);
  });
});
