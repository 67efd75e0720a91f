import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Preferences } from './preferences';

const KEY = 'roomers.preferences';

function preferences(): Preferences {
  TestBed.resetTestingModule();
  const made = TestBed.inject(Preferences);
  TestBed.tick();
  return made;
}

describe('what this device prefers', () => {
  beforeEach(() => localStorage.clear());

  it('is as the design has it until something is chosen', () => {
    const { density, motion, sendKey, hasLetterKeys } = preferences();
    expect([density(), motion(), sendKey(), hasLetterKeys()]).toEqual(['comfortable', 'device', 'enter', true]);
  });

  it('applies at once and is kept', () => {
    preferences().choose({ density: 'compact' });
    TestBed.tick();
    expect(document.documentElement.dataset['density']).toBe('compact');
    const next = preferences();
    next.choose({ motion: 'reduced' });
    expect([next.density(), next.motion()]).toEqual(['compact', 'reduced']);
  });

  it('follows what is chosen in another window', () => {
    const { density } = preferences();
    localStorage.setItem(KEY, JSON.stringify({ density: 'compact' }));
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(density()).toBe('compact');
  });

  it.each(['not json', '"text"', 'null'])('starts anew when what was kept is %j', (kept) => {
    localStorage.setItem(KEY, kept);
    expect(preferences().density()).toBe('comfortable');
  });
});
