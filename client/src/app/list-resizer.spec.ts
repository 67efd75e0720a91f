import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ListResizer } from './list-resizer';

const stillMedia = { matches: true, addEventListener: () => undefined };

describe('the edge of the left sidebar', () => {
  let edge: HTMLElement;
  const width = () => edge.getAttribute('aria-valuenow');
  const press = (...keys: string[]) => {
    for (const key of keys) edge.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    TestBed.tick();
  };

  beforeEach(() => {
    localStorage.clear();
    window.matchMedia = () => stillMedia as unknown as MediaQueryList;
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(ListResizer);
    edge = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
  });

  it('says how wide it is and how wide it may be', () => {
    expect([width(), edge.getAttribute('aria-valuemin'), edge.getAttribute('aria-valuemax')]).toEqual([
      '296',
      '240',
      '400',
    ]);
  });

  it('moves by the arrow keys, within its limits', () => {
    press('ArrowRight');
    expect(width()).toBe('312');
    press('End', 'ArrowRight');
    expect(width()).toBe('400');
    press('Home', 'ArrowLeft');
    expect(width()).toBe('240');
  });

  it('is kept on this device', () => {
    press('End');
    expect(localStorage.getItem('roomers.lists-width')).toBe('{"rooms":400}');
  });
});
