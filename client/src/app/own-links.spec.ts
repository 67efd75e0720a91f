import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { OwnLinks } from './own-links';

describe('links that people write', () => {
  const navigateByUrl = jest.fn<(url: string) => Promise<boolean>>();

  beforeEach(() => {
    navigateByUrl.mockReset();
    TestBed.configureTestingModule({ providers: [OwnLinks, { provide: Router, useValue: { navigateByUrl } }] });
    TestBed.inject(OwnLinks);
  });
  afterEach(() => document.body.replaceChildren());

  /** Whether the browser was kept from following it. */
  function press(href: string, how: MouseEventInit = {}, more: Record<string, string> = {}): boolean {
    const link = Object.assign(document.createElement('a'), { href, target: '_blank', ...more });
    const word = document.createElement('b');
    link.append(word);
    document.body.append(link);
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
    word.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it('open in the page when they lead to one of this house', () => {
    expect(press(`${location.origin}/r/jiqixuexi/p/lunwen/7?x=1`)).toBe(true);
    expect(navigateByUrl.mock.calls).toEqual([['/r/jiqixuexi/p/lunwen/7?x=1']]);
  });

  it.each([
    ['another site', 'https://example.org/r/a', {}, {}],
    ['a letter', 'mailto:a@example.org', {}, {}],
    ['a file', `${location.origin}/api/files/attachments/1/a.pdf`, {}, {}],
    ['a new tab asked for', `${location.origin}/r/a`, { ctrlKey: true }, {}],
    ['something to keep', `${location.origin}/r/a`, {}, { download: 'a' }],
    ['a link of the page itself', `${location.origin}/r/a`, {}, { target: '' }],
  ])('are left to the browser: %s', (_name, href, how, more) => {
    const isOwn = press(href, how, more);
    expect([isOwn, navigateByUrl.mock.calls]).toEqual([false, []]);
  });
});
