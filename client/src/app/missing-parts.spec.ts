import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isMissingPart, MissingParts } from './missing-parts';
import { PageVersion } from './page-version';

const MISSING = new TypeError('Failed to fetch dynamically imported module: https://e.org/chunk-A.js');

describe('a part that the server no longer has', () => {
  const script = Object.assign(document.createElement('script'), { type: 'module' });
  const ask = jest.fn<(url: string) => Promise<Pick<Response, 'ok' | 'text'>>>();
  let version: PageVersion;

  beforeEach(() => {
    script.setAttribute('src', 'main-OLD.js');
    document.head.append(script);
    Object.assign(globalThis, { fetch: ask.mockReset() });
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    TestBed.configureTestingModule({ providers: [MissingParts] });
    version = TestBed.inject(PageVersion);
  });
  afterEach(() => {
    script.remove();
    jest.restoreAllMocks();
  });

  async function fail(error: unknown): Promise<boolean> {
    TestBed.inject(MissingParts).handleError(error);
    await new Promise((resolve) => setTimeout(resolve));
    return version.isOutdated();
  }
  const page = (text: string) => ({ ok: true, text: () => Promise.resolve(text) });

  it.each([
    'Failed to fetch dynamically imported module: https://e.org/chunk-A.js',
    'error loading dynamically imported module: https://e.org/chunk-A.js',
    'Importing a module script failed.',
  ])('is known by the words of each browser: %s', (message) => {
    expect([isMissingPart(new TypeError(message)), isMissingPart(new Error(message))]).toEqual([true, false]);
  });

  it('shows that the server has another program by now', async () => {
    ask.mockResolvedValue(page('<script src="main-NEW.js" type="module"></script>'));
    expect(await fail(MISSING)).toBe(true);
  });

  it('may have been lost on the way', async () => {
    ask.mockResolvedValue(page('<script src="main-OLD.js" type="module"></script>'));
    expect(await fail(MISSING)).toBe(false);
    ask.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await fail(MISSING)).toBe(false);
  });

  it('is nothing that other errors speak of', async () => {
    expect([await fail(new TypeError('x is not a function')), ask.mock.calls]).toEqual([false, []]);
  });
});
