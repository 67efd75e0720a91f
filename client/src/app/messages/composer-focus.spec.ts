import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ComposerFocus } from './composer-focus';

describe('the focus that a composer is asked to take', () => {
  let focus: ComposerFocus;
  let link: HTMLButtonElement;
  let filter: HTMLInputElement;

  beforeEach(() => {
    focus = new ComposerFocus();
    [link, filter] = [document.createElement('button'), document.createElement('input')];
    document.body.append(link, filter);
    link.focus();
    focus.ask('post');
  });
  afterEach(() => {
    link.remove();
    filter.remove();
  });

  it('is taken once, by the composer of that post', () => {
    expect([focus.take('other'), focus.take('post'), focus.take('post')]).toEqual([false, true, false]);
  });

  it('is taken when what had it is gone', () => {
    link.remove();
    expect(focus.take('post')).toBe(true);
  });

  it('stays where the reader went to write meanwhile, also when that is left', () => {
    filter.focus();
    expect(focus.take('post')).toBe(false);
    filter.blur();
    expect(focus.take('post')).toBe(false);
  });
});
