import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ListWish } from './list-wish';

describe('what is asked of a list', () => {
  const wish = () => TestBed.runInInjectionContext(() => new ListWish<'open', 'active' | 'title'>(['active', 'title']));

  it('begins with all of it, sorted by the first, the latest first', () => {
    const one = wish();
    expect([one.kind(), one.words(), one.isNarrowed(), one.sort()]).toEqual([
      ...['all', undefined, false],
      { by: 'active', order: 'desc' },
    ]);
  });

  it('goes by words from A on, and as the head of the table says, but by nothing that it does not know', () => {
    const one = wish();
    one.sortBy('title');
    expect(one.sort()).toEqual({ by: 'title', order: 'asc' });
    one.take({ by: 'active', order: 'asc' });
    one.take({ by: 'size', order: 'desc' });
    one.take(undefined);
    expect(one.sort()).toEqual({ by: 'active', order: 'asc' });
  });

  it('is narrowed at once, by words once one has stopped typing, and by none of it when all is to be shown', async () => {
    const one = wish();
    TestBed.tick();
    one.search.set('  lamps ');
    TestBed.tick();
    expect([one.isNarrowed(), one.words()]).toEqual([true, undefined]);
    await new Promise((settled) => setTimeout(settled, 250));
    expect(one.words()).toBe('lamps');
    one.kind.set('open');
    one.showAll();
    expect([one.search(), one.kind(), one.isNarrowed()]).toEqual(['', 'all', false]);
  });
});
