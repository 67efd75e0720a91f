import { describe, expect, it } from '@jest/globals';
import { continueList } from './list-continuation';
import { drawn, passage } from './passage.fixture';

const continued = (text: string) => {
  const next = continueList(passage(text));
  return next === undefined ? undefined : drawn(next);
};

describe('a new line in a list', () => {
  it.each([
    ['- one|', '- one\n- |'],
    ['  * 一|', '  * 一\n  * |'],
    ['9. nine|', '9. nine\n10. |'],
    ['1) one|', '1) one\n2) |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['> quoted|', '> quoted\n> |'],
    ['> - both|', '> - both\n> - |'],
    ['- one| two', '- one\n- | two'],
  ])('carries the mark of %j on', (before, after) => {
    expect(continued(before)).toBe(after);
  });

  it.each([
    ['- one\n- |', '- one\n|'],
    ['1. one\n2. |\nbelow', '1. one\n|\nbelow'],
    ['- [ ] |', '|'],
    ['> quoted\n> |', '> quoted\n|'],
    ['> - one\n> - |', '> - one\n> |'],
  ])('ends it in an empty item: %j', (before, after) => {
    expect(continued(before)).toBe(after);
  });

  it.each(['plain|', '|- one', '-|', '- |one| two', '```\n- one|', '-5 degrees|', '1.5 litres|'])(
    'is an ordinary one at %j',
    (before) => {
      expect(continued(before)).toBeUndefined();
    },
  );
});
