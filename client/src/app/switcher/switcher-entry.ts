import type { IconName } from '../ui/icon-paths';

export type SwitcherGroup = 'recent' | 'rooms' | 'posts' | 'people' | 'actions';

/** What stands before the name: a person or room as they look everywhere, or an icon on a tile. */
export type SwitcherPicture =
  | { icon: IconName }
  | { icon?: undefined; id: string; shape: 'person' | 'room'; imageUrl?: string; isOnline?: boolean };

/** Something one can go to or do from the switcher. */
export interface SwitcherEntry {
  id: string;
  group: SwitcherGroup;
  name: string;
  /** What it is found by, the words of its name among it. */
  searchKey: string;
  detail: string;
  picture: SwitcherPicture;
  unread?: number;
  /** The keys that do the same. */
  chord?: string;
  run: () => unknown;
}
