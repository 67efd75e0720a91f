import { describe, expect, it } from '@jest/globals';
import { fold } from '#contracts/search-key.js';
import { processorTime } from '../language/processor-time.fixture';
import type { SwitcherEntry, SwitcherGroup } from './switcher-entry';
import { resultsFor, type Sources } from './switcher-results';

const entry = (group: SwitcherGroup, name: string, ...words: string[]): SwitcherEntry => ({
  id: name,
  group,
  name,
  searchKey: [fold(name), ...words].join('\n'),
  detail: '',
  picture: { icon: 'tag' },
  run: () => undefined,
});

const rooms = [
  entry('rooms', '机器学习', 'jqxx', 'jiqixuexi'),
  entry('rooms', 'Reading Club'),
  entry('rooms', 'Release Train'),
];
const sources: Sources = {
  here: '机器学习',
  recent: [...rooms.slice(0, 2), entry('posts', 'Readiness')].map((one) => ({ ...one, group: 'recent' })),
  rooms,
  posts: [entry('posts', 'Area 3'), entry('posts', 'Readiness')],
  people: [entry('people', 'Greta Olsen', 'greta'), entry('people', '林晓雨', 'xiaoyu')],
  actions: [entry('actions', 'Mark everything as read'), entry('actions', 'Create room')],
};

const found = (text: string) =>
  resultsFor(text, sources).map(
    ({ name, results }) => `${name}: ${results.map((result) => result.entry.name).join(', ')}`,
  );

describe('what the switcher lists', () => {
  it('for nothing: where one was, without where one is, then the other rooms and what one can do', () => {
    expect(found(' ')).toEqual([
      'recent: Reading Club, Readiness',
      'rooms: Release Train',
      'actions: Mark everything as read, Create room',
    ]);
  });

  it('for a text: everything of every kind, the best first', () => {
    expect(found('rea')).toEqual([
      'rooms: Reading Club, Release Train',
      'posts: Readiness, Area 3',
      'people: Greta Olsen',
      'actions: Mark everything as read, Create room',
    ]);
  });

  it('posts only after #, people only after @', () => {
    expect(found('#')).toEqual(['posts: Area 3, Readiness']);
    expect(found('# ready')).toEqual([]);
    expect(found('@xiao')).toEqual(['people: 林晓雨']);
  });

  it.each(['jiqi', 'jqxx'])('Chinese rooms for %s', (typed) => {
    expect(found(typed)).toEqual(['rooms: 机器学习']);
  });

  it('without keeping anybody waiting, among 5,000 rooms or people', () => {
    const many = (group: SwitcherGroup) =>
      Array.from({ length: 5_000 }, (_, index) => {
        const code = index.toString(36).padStart(3, '0');
        return entry(
          group,
          `机器学习 Machine Learning ${code}`,
          'jqxx machine learning',
          `jiqixuexi-machine-learning-${code}`,
        );
      });
    const crowds: Sources[] = [
      { ...sources, rooms: many('rooms') },
      { ...sources, people: many('people') },
    ];
    for (const crowd of crowds) {
      for (const text of ['j', 'jiqi', 'jqxx', 'learn 3', 'zzz', 'mchn lrn', 'é']) {
        const time = processorTime(() => resultsFor(text, crowd));
        expect({ text, isFast: time < 50 }).toEqual({ text, isFast: true });
      }
    }
  });
});
