import type { TextKey } from '../language/texts';
import { IS_MAC, shownKeys } from './pressed-keys';

/** A key or a chord: `Control` stands for Cmd on a Mac, letters are small, in the order Control, Alt, Shift, key. */
export interface ShortcutEntry {
  keys: readonly string[];
  label: TextKey;
  group: TextKey;
}

const entry = (group: TextKey, label: TextKey, ...keys: string[]): ShortcutEntry => ({
  group,
  label,
  keys,
});

/** Every shortcut there is, in the order in which they are listed. */
export const SHORTCUTS = {
  switch: entry('keyboard.everywhere', 'keyboard.switch', 'Control+k'),
  markAllRead: entry('keyboard.everywhere', 'keyboard.markAllRead', 'Shift+Escape'),
  toggleLists: entry('keyboard.everywhere', 'keyboard.toggleLists', 'Control+b'),
  toggleInfo: entry('keyboard.everywhere', 'keyboard.toggleInfo', 'Control+.'),
  nextPart: entry('keyboard.everywhere', 'keyboard.nextPart', 'F6'),
  previousPart: entry('keyboard.everywhere', 'keyboard.previousPart', 'Shift+F6'),
  help: entry('keyboard.everywhere', 'keyboard.help', '?'),
  previousPost: entry('keyboard.places', 'keyboard.previousPost', 'Alt+ArrowUp'),
  nextPost: entry('keyboard.places', 'keyboard.nextPost', 'Alt+ArrowDown'),
  previousUnread: entry('keyboard.places', 'keyboard.previousUnread', 'Alt+Shift+ArrowUp'),
  nextUnread: entry('keyboard.places', 'keyboard.nextUnread', 'Alt+Shift+ArrowDown'),
  newPost: entry('keyboard.places', 'keyboard.newPost', 'n'),
  nextMessage: entry('keyboard.messages', 'keyboard.nextMessage', 'j', 'ArrowDown'),
  previousMessage: entry('keyboard.messages', 'keyboard.previousMessage', 'k', 'ArrowUp'),
  firstUnread: entry('keyboard.messages', 'keyboard.firstUnread', 'Home'),
  newest: entry('keyboard.messages', 'keyboard.newest', 'End'),
  openActions: entry('keyboard.messages', 'keyboard.openActions', 'Enter'),
  editMessage: entry('keyboard.messages', 'keyboard.editMessage', 'e'),
  copyMessage: entry('keyboard.messages', 'keyboard.copyMessage', 'c'),
  recallMessage: entry('keyboard.messages', 'keyboard.recallMessage', 'Delete'),
  stepBack: entry('keyboard.messages', 'keyboard.stepBack', 'Escape'),
  editLast: entry('keyboard.writing', 'keyboard.editLast', 'ArrowUp'),
} as const satisfies Record<string, ShortcutEntry>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** A shortcut as a tooltip or a menu shows it: `Ctrl+K`, on a Mac `⌘K`. */
export function chordOf(id: ShortcutId): string {
  return shownKeys(SHORTCUTS[id].keys[0] ?? '', IS_MAC).join(IS_MAC ? '' : '+');
}
