import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { HideOnScroll } from './hide-on-scroll';

@Component({
  imports: [HideOnScroll],
  template: `<div [appScrolled]="list()" #scrolled="scrolled"></div>
    <output>{{ scrolled.isGoingDown() }}</output>`,
})
class Host {
  readonly list = signal('one');
}

describe('what floats above a list', () => {
  it('steps aside while one goes down, and comes back on the way up and with another list', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const scroll = async (top: number) => {
      const element = host.querySelector('div')!;
      element.scrollTop = top;
      element.dispatchEvent(new Event('scroll'));
      await fixture.whenStable();
      return host.querySelector('output')!.textContent;
    };
    expect([await scroll(200), await scroll(195), await scroll(150), await scroll(400)]).toEqual([
      'true',
      'true',
      'false',
      'true',
    ]);
    fixture.componentInstance.list.set('two');
    await fixture.whenStable();
    expect(host.querySelector('output')!.textContent).toBe('false');
  });
});
