import { describe, expect, it } from '@jest/globals';
import { processorTime } from './processor-time.fixture';
import { isNamed, searchKeyOf } from './search-key';

const LEARNING = { searchKey: '机器学习\njqxx\njiqixuexi' };
const THINGS = 5_000;

describe('finding by a search key', () => {
  it.each(['jqxx', 'jiqi', '学习', 'XUE', '  '])('finds 机器学习 for "%s"', (text) => {
    expect(isNamed(LEARNING, text, '机器学习')).toBe(true);
  });

  it('goes by the names where there is no key yet, without regard to accents and case', () => {
    expect(searchKeyOf({}, 'Café Zürich', 'cafe-2')).toBe('cafe zurich\ncafe-2');
    expect(['CAFÉ', 'zurich cafe', 'jqxx'].map((text) => isNamed({}, text, 'Café Zürich'))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('takes less than 50 ms for 5,000 rooms or people, with keys and without', () => {
    const names = Array.from({ length: THINGS }, (_, index) => `机器学习 Machine Learning ${String(index)}`);
    const keyed = names.map((name) => ({ searchKey: `${name.toLowerCase()}\njqxx\njiqixuexi` }));
    for (const things of [keyed, names.map(() => ({}))]) {
      for (const text of ['j', 'jqxx', 'learning 4', 'zzz', 'É', '机器', 'nothing']) {
        const time = processorTime(() => things.filter((thing, index) => isNamed(thing, text, names[index] ?? '')));
        expect({ text, isFast: time < 50 }).toEqual({ text, isFast: true });
      }
    }
  });
});
