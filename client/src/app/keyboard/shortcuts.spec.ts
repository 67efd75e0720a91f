import { EnvironmentInjector, createEnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Preferences } from '../settings/preferences';
import { type ShortcutHandlers, Shortcuts } from './shortcuts';

/** Registers as a component does that lives until `end`. */
function registered(handlers: ShortcutHandlers): { end: () => void } {
  const life = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
  runInInjectionContext(life, () => TestBed.inject(Shortcuts).handle(handlers));
  return { end: () => life.destroy() };
}

/** Presses a key on the page or on an element; true when somebody took it. */
function press(init: KeyboardEventInit, target: EventTarget = document.body): boolean {
  return !target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

describe('shortcuts', () => {
  const done = jest.fn();

  beforeEach(() => {
    localStorage.clear();
    document.body.innerHTML = '<input><button></button>';
    done.mockReset();
  });

  it('are done, and the browser is told to leave the key alone', () => {
    registered({ switch: done });
    expect(press({ key: 'k', ctrlKey: true })).toBe(true);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('take Cmd as Control', () => {
    registered({ switch: done });
    expect(press({ key: 'k', metaKey: true })).toBe(true);
  });

  it('leave keys alone that nobody is registered for', () => {
    registered({ switch: done });
    expect([press({ key: 'b', ctrlKey: true }), press({ key: 'k' })]).toEqual([false, false]);
  });

  it('ask what was registered last first, and the one before when that declines', () => {
    const later = jest.fn(() => true);
    registered({ toggleInfo: done });
    registered({ toggleInfo: later });
    press({ key: '.', ctrlKey: true });
    expect([later.mock.calls.length, done.mock.calls.length]).toEqual([1, 0]);
    later.mockReturnValue(false);
    press({ key: '.', ctrlKey: true });
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('leave the key to the page when everybody declines', () => {
    registered({ newPost: () => false });
    expect(press({ key: 'n' })).toBe(false);
  });

  it('end with whoever registered them', () => {
    const { end } = registered({ switch: done });
    end();
    expect(press({ key: 'k', ctrlKey: true })).toBe(false);
  });

  it('take single letters outside of text only; chords everywhere', () => {
    registered({ newPost: done, switch: done });
    const [field, button] = [document.querySelector('input')!, document.querySelector('button')!];
    expect(press({ key: 'n' }, field)).toBe(false);
    expect(press({ key: 'n' }, button)).toBe(true);
    expect(press({ key: 'k', ctrlKey: true }, field)).toBe(true);
  });

  it('take no single letters when they are turned off; chords still', () => {
    registered({ newPost: done, switch: done });
    TestBed.inject(Preferences).choose({ hasLetterKeys: false });
    expect([press({ key: 'n' }), press({ key: 'k', ctrlKey: true })]).toEqual([false, true]);
  });

  it('do nothing while an input method composes', () => {
    registered({ switch: done });
    press({ key: 'k', ctrlKey: true, isComposing: true });
    expect(done).not.toHaveBeenCalled();
  });

  it('do nothing behind a dialog or a menu', () => {
    registered({ switch: done });
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div class="cdk-overlay-container"><div class="cdk-overlay-backdrop"></div></div>',
    );
    expect(press({ key: 'k', ctrlKey: true })).toBe(false);
  });

  it('do nothing where the key was taken already', () => {
    registered({ toggleLists: done });
    const field = document.querySelector('input')!;
    field.addEventListener('keydown', (event) => event.preventDefault());
    press({ key: 'b', ctrlKey: true }, field);
    expect(done).not.toHaveBeenCalled();
  });
});
