import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { EmojiButton } from './emoji-button';
import { EmojiPanels } from './emoji-panels';

describe('the emoji button', () => {
  it('can be pressed again when the emoji could not be had', async () => {
    const ask = jest.fn<() => Promise<string | undefined>>();
    TestBed.configureTestingModule({ providers: [{ provide: EmojiPanels, useValue: { ask } }] });
    const fixture = TestBed.createComponent(EmojiButton);
    fixture.componentRef.setInput('above', document.body);
    const picked = jest.fn();
    fixture.componentInstance.picked.subscribe(picked);
    await fixture.whenStable();
    const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
    const press = () => fixture.componentInstance['open']();
    ask.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    await expect(press()).rejects.toThrow('module');
    await fixture.whenStable();
    expect(button.getAttribute('aria-expanded')).toBe('false');
    ask.mockResolvedValueOnce('🎉');
    await press();
    expect(picked.mock.calls).toEqual([['🎉']]);
  });
});
