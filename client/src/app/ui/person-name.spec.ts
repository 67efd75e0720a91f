import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { PersonName } from './person-name';

function drawn(name: string, isGone = false): HTMLElement {
  const fixture = TestBed.createComponent(PersonName);
  fixture.componentRef.setInput('name', name);
  fixture.componentRef.setInput('isGone', isGone);
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('the name of a person', () => {
  it('stands in its two scripts, either first', () => {
    for (const name of ['王磊 Lei Wang', 'Lei Wang 王磊']) {
      const parts = [...drawn(name).querySelectorAll('b, span')].map(({ textContent }) => textContent);
      expect(parts).toEqual(['王磊', 'Lei Wang']);
    }
  });

  it('is struck out when its account is deactivated, and said to be', () => {
    const name = drawn('王磊 Lei Wang', true);
    expect([name.querySelectorAll('.gone').length, name.querySelector('small')?.textContent]).toEqual([
      2,
      'deactivated',
    ]);
    expect(drawn('王磊 Lei Wang').querySelector('.gone, small')).toBeNull();
  });
});
