import type { IconName } from './icon-paths';

/** Something one may do, as a line of a menu or of a sheet. Dangerous ones come last. */
export interface Action {
  icon: IconName;
  /** Names what it does; unique in its menu. */
  label: string;
  /** The keys that do the same, as they are shown. */
  keys?: string;
  isDanger?: boolean;
  run: () => unknown;
}
