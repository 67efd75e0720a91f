import { beforeEach, describe, expect, it } from '@jest/globals';
import { remembered } from './remembered';

describe('what a device remembers', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('is there again after a reload', () => {
    const width = remembered('width', 1);
    expect(width()).toBe(1);
    width.set(2);
    expect([width(), remembered('width', 1)()]).toEqual([2, 2]);
  });

  it('starts anew where something unreadable was stored', () => {
    localStorage.setItem('roomers.width', 'closed');
    expect(remembered('width', 1)()).toBe(1);
  });
});
