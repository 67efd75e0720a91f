import { describe, expect, it } from '@jest/globals';
import type { SwitcherEntry, SwitcherGroup } from './switcher-entry';
import { resultsFor, type Sources } from './switcher-results';

const entry = (group: SwitcherGroup, name: string, ...keys: string[]): SwitcherEntry => ({
  id: name,
  group,
  name,
  keys,
  detail: '',
  picture: { icon: 'tag' },
  run: () => undefined,
});

const rooms = [
  entry('Rooms', '机器学习', 'jiqixuexi'),
  entry('Rooms', 'Reading Club'),
  entry('Rooms', 'Release Train'),
];
const sources: Sources = {
  here: '机器学习',
  recent: [...rooms.slice(0, 2), entry('Posts', 'Readiness')].map((one) => ({ ...one, group: 'Recent' })),
  rooms,
  posts: [entry('Posts', 'Area 3'), entry('Posts', 'Readiness')],
  people: [entry('People', 'Greta Olsen', 'greta'), entry('People', '林晓雨', 'xiaoyu')],
  actions: [entry('Actions', 'Mark everything as read'), entry('Actions', 'Create room')],
};

const found = (text: string) =>
  resultsFor(text, sources).map(
    ({ name, results }) => `${name}: ${results.map((result) => result.entry.name).join(', ')}`,
  );

describe('what the switcher lists', () => {
  it('for nothing: where one was, without where one is, then the other rooms and what one can do', () => {
    expect(found(' ')).toEqual([
      'Recent: Reading Club, Readiness',
      'Rooms: Release Train',
      'Actions: Mark everything as read, Create room',
    ]);
  });

  it('for a text: everything of every kind, the best first', () => {
    expect(found('rea')).toEqual([
      'Rooms: Reading Club, Release Train',
      'Posts: Readiness, Area 3',
      'People: Greta Olsen',
      'Actions: Mark everything as read, Create room',
    ]);
  });

  it('posts only after #, people only after @', () => {
    expect(found('#')).toEqual(['Posts: Area 3, Readiness']);
    expect(found('# ready')).toEqual([]);
    expect(found('@xiao')).toEqual(['People: 林晓雨']);
  });

  it('Chinese rooms by the pinyin of their address', () => {
    expect(found('jiqi')).toEqual(['Rooms: 机器学习']);
  });
});
