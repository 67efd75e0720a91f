import { searchTerms } from '#contracts/search-key.js';
import { type Haystack, haystack, match, type Span } from './matching';
import type { SwitcherEntry, SwitcherGroup } from './switcher-entry';

export interface Result {
  entry: SwitcherEntry;
  marks: readonly Span[];
}

export interface ResultGroup {
  name: SwitcherGroup;
  results: readonly Result[];
}

/** All that there is to find. */
export interface Sources {
  /** What is on screen already. */
  here: string | undefined;
  recent: readonly SwitcherEntry[];
  rooms: readonly SwitcherEntry[];
  posts: readonly SwitcherEntry[];
  people: readonly SwitcherEntry[];
  actions: readonly SwitcherEntry[];
}

const MOST = { each: 5, alone: 20, actions: 4, places: 8, recent: 6 } as const;

/** What the switcher lists for a text: `#` looks for posts only, `@` for people only; for nothing, where one was. */
export function resultsFor(text: string, sources: Sources): ResultGroup[] {
  const query = text.trim();
  if (query.startsWith('#')) return shown([group('posts', query.slice(1), sources.posts, MOST.alone)]);
  if (query.startsWith('@')) return shown([group('people', query.slice(1), sources.people, MOST.alone)]);
  if (query === '') return shown(atRest(sources));
  return shown([
    group('rooms', query, sources.rooms, MOST.each),
    group('posts', query, sources.posts, MOST.each),
    group('people', query, sources.people, MOST.each),
    group('actions', query, sources.actions, MOST.actions),
  ]);
}

function atRest({ here, recent, rooms, actions }: Sources): ResultGroup[] {
  const places = recent.filter(({ id }) => id !== here).slice(0, MOST.recent);
  const others = rooms.filter(({ id }) => id !== here && places.every((place) => place.id !== id));
  return [
    group('recent', '', places, MOST.recent),
    group('rooms', '', others, MOST.places - places.length),
    group('actions', '', actions, MOST.actions),
  ];
}

/** Entries stay the same from letter to letter. */
const HAYSTACKS = new WeakMap<SwitcherEntry, Haystack>();

function haystackOf(entry: SwitcherEntry): Haystack {
  const made = HAYSTACKS.get(entry) ?? haystack(entry.name, entry.searchKey);
  HAYSTACKS.set(entry, made);
  return made;
}

/** The best of a kind; those that are equally good in the order in which they came. */
function group(name: SwitcherGroup, query: string, entries: readonly SwitcherEntry[], most: number): ResultGroup {
  const words = searchTerms(query);
  const found = entries.flatMap((entry) => {
    const one = match(words, haystackOf(entry));
    return one === null ? [] : [{ entry, ...one }];
  });
  const results = found
    .sort((one, other) => one.score - other.score)
    .slice(0, most)
    .map(({ entry, marks }) => ({ entry, marks }));
  return { name, results };
}

function shown(groups: ResultGroup[]): ResultGroup[] {
  return groups.filter(({ results }) => results.length > 0);
}
