import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { keptChoice } from './kept-choice';

const OFFERED = ['one', 'two'] as const;

describe('a choice that the device keeps', () => {
  beforeEach(() => localStorage.clear());
  const choice = () => TestBed.runInInjectionContext(() => keptChoice('key', OFFERED, 'one'));

  it('is there again on the next visit', () => {
    const first = choice();
    expect(first()).toBe('one');
    first.set('two');
    TestBed.tick();
    expect(choice()()).toBe('two');
  });

  it('falls back when what was kept is no longer offered', () => {
    localStorage.setItem('key', 'three');
    expect(choice()()).toBe('one');
  });
});
