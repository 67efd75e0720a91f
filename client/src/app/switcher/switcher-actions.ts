import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { chordOf } from '../keyboard/shortcut-catalogue';
import { ShortcutHelp } from '../keyboard/shortcut-help';
import { MarkRead } from '../posts/mark-read';
import { NewPost } from '../posts/new-post';
import { PostStore } from '../posts/post-store';
import { CreateRoom } from '../rooms/create-room';
import { CurrentRoom } from '../rooms/current-room';
import { SETTINGS_PAGES } from '../settings/settings-pages';
import { ThemeStore } from '../settings/theme-store';
import type { IconName } from '../ui/icon-paths';
import type { SwitcherEntry } from './switcher-entry';

type More = Partial<Pick<SwitcherEntry, 'keys' | 'detail' | 'chord'>>;

/** What one can do from the switcher. */
@Injectable({ providedIn: 'root' })
export class SwitcherActions {
  private readonly read = inject(MarkRead);
  private readonly newPost = inject(NewPost);
  private readonly createRoom = inject(CreateRoom);
  private readonly help = inject(ShortcutHelp);
  private readonly posts = inject(PostStore);
  private readonly current = inject(CurrentRoom);
  private readonly theme = inject(ThemeStore);
  private readonly router = inject(Router);

  readonly actions = computed<SwitcherEntry[]>(() => [
    ...this.markRead(),
    ...this.makePost(),
    action('add', 'Create room', () => this.createRoom.open(), { detail: 'A place for a team or a topic' }),
    this.switchTheme(),
    action('keyboard', 'Keyboard shortcuts', () => this.help.open(), { chord: chordOf('help'), keys: ['help'] }),
    ...SETTINGS_PAGES.map(({ path, icon, label }) =>
      action(icon, label, () => this.router.navigateByUrl(path), { detail: 'Settings', keys: [`settings ${label}`] }),
    ),
  ]);

  private markRead(): SwitcherEntry[] {
    const unread = this.posts.unreadPosts();
    if (unread.length === 0) return [];
    const messages = unread.reduce((sum, { id }) => sum + this.posts.unread(id), 0);
    const detail = `${messages} unread in ${unread.length} ${unread.length === 1 ? 'post' : 'posts'}`;
    return [
      action('done_all', 'Mark everything as read', () => this.read.everything(), {
        detail,
        chord: chordOf('markAllRead'),
      }),
    ];
  }

  private makePost(): SwitcherEntry[] {
    const room = this.current.room();
    if (room === undefined || !this.current.isMember()) return [];
    return [
      action('edit_square', 'New post', () => this.newPost.open(), {
        detail: `In ${room.name}`,
        chord: chordOf('newPost'),
      }),
    ];
  }

  private switchTheme(): SwitcherEntry {
    const next = this.theme.next();
    const name = next === 'device' ? 'Theme: match device' : `Theme: ${next}`;
    return action('contrast', name, () => this.theme.choose(next), { keys: ['dark light mode'] });
  }
}

function action(icon: IconName, name: string, run: () => unknown, more: More = {}): SwitcherEntry {
  return { id: name, group: 'Actions', name, keys: [], detail: '', picture: { icon }, run, ...more };
}
