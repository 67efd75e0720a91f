import { IS_MAC, shownKeys } from './pressed-keys';

/** A key or a chord: `Control` stands for Cmd on a Mac, letters are small, in the order Control, Alt, Shift, key. */
export interface ShortcutEntry {
  keys: readonly string[];
  label: string;
  group: 'Everywhere' | 'Rooms and posts' | 'Messages' | 'Writing';
}

const entry = (group: ShortcutEntry['group'], label: string, ...keys: string[]): ShortcutEntry => ({
  group,
  label,
  keys,
});

/** Every shortcut there is, in the order in which they are listed. */
export const SHORTCUTS = {
  switch: entry('Everywhere', 'Go to a room, a post or a person', 'Control+k'),
  markAllRead: entry('Everywhere', 'Mark everything as read', 'Shift+Escape'),
  toggleLists: entry('Everywhere', 'Show or hide the left sidebar', 'Control+b'),
  toggleInfo: entry('Everywhere', 'Show or hide the details', 'Control+.'),
  nextPart: entry('Everywhere', 'Next part of the window', 'F6'),
  previousPart: entry('Everywhere', 'Previous part of the window', 'Shift+F6'),
  help: entry('Everywhere', 'Show this list', '?'),
  previousPost: entry('Rooms and posts', 'Previous post', 'Alt+ArrowUp'),
  nextPost: entry('Rooms and posts', 'Next post', 'Alt+ArrowDown'),
  previousUnread: entry('Rooms and posts', 'Previous unread post', 'Alt+Shift+ArrowUp'),
  nextUnread: entry('Rooms and posts', 'Next unread post', 'Alt+Shift+ArrowDown'),
  newPost: entry('Rooms and posts', 'New post', 'n'),
  nextMessage: entry('Messages', 'Next message', 'j', 'ArrowDown'),
  previousMessage: entry('Messages', 'Previous message', 'k', 'ArrowUp'),
  firstUnread: entry('Messages', 'First unread message', 'Home'),
  newest: entry('Messages', 'Newest message', 'End'),
  openActions: entry('Messages', 'Actions of the chosen message', 'Enter'),
  editMessage: entry('Messages', 'Edit the chosen message', 'e'),
  copyMessage: entry('Messages', 'Copy its text', 'c'),
  recallMessage: entry('Messages', 'Recall it, after asking', 'Delete'),
  stepBack: entry('Messages', 'Step back, at rest: mark the post as read', 'Escape'),
  editLast: entry('Writing', 'Edit your last message, in an empty box', 'ArrowUp'),
} as const satisfies Record<string, ShortcutEntry>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** A shortcut as a tooltip or a menu shows it: `Ctrl+K`, on a Mac `⌘K`. */
export function chordOf(id: ShortcutId): string {
  return shownKeys(SHORTCUTS[id].keys[0] ?? '', IS_MAC).join(IS_MAC ? '' : '+');
}
