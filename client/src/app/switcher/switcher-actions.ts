import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { chordOf } from '../keyboard/shortcut-catalogue';
import { ShortcutHelp } from '../keyboard/shortcut-help';
import { searchKeyOf } from '../language/search-key';
import { t } from '../language/texts';
import { MarkRead } from '../posts/mark-read';
import { NewPost } from '../posts/new-post';
import { PostStore } from '../posts/post-store';
import { CreateRoom } from '../rooms/create-room';
import { CurrentRoom } from '../rooms/current-room';
import { SETTINGS_PAGES } from '../settings/settings-pages';
import { ThemeStore } from '../settings/theme-store';
import type { IconName } from '../ui/icon-paths';
import type { SwitcherEntry } from './switcher-entry';

interface More extends Partial<Pick<SwitcherEntry, 'detail' | 'chord'>> {
  /** Other words for it. */
  words?: string;
}

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
    action('add', t('switcher.createRoom'), () => this.createRoom.open(), { detail: t('switcher.createRoomDetail') }),
    this.switchTheme(),
    action('keyboard', t('switcher.shortcuts'), () => this.help.open(), {
      chord: chordOf('help'),
      words: t('switcher.shortcutsWords'),
    }),
    ...SETTINGS_PAGES.map(({ path, icon, label }) =>
      action(icon, t(label), () => this.router.navigateByUrl(path), {
        detail: t('frame.settings'),
        words: t('switcher.settingsWords', { page: t(label) }),
      }),
    ),
  ]);

  private markRead(): SwitcherEntry[] {
    const unread = this.posts.unreadPosts();
    if (unread.length === 0) return [];
    const messages = unread.reduce((sum, { id }) => sum + this.posts.unread(id), 0);
    const detail = t('switcher.unreadIn', { messages, count: unread.length });
    return [
      action('done_all', t('switcher.markAllRead'), () => this.read.everything(), {
        detail,
        chord: chordOf('markAllRead'),
      }),
    ];
  }

  private makePost(): SwitcherEntry[] {
    const room = this.current.room();
    if (room === undefined || !this.current.isMember()) return [];
    return [
      action('edit_square', t('switcher.newPost'), () => this.newPost.open(), {
        detail: t('switcher.inRoom', { room: room.name }),
        chord: chordOf('newPost'),
      }),
    ];
  }

  private switchTheme(): SwitcherEntry {
    const next = this.theme.next();
    return action('contrast', t(`switcher.theme_${next}`), () => this.theme.choose(next), {
      words: t('switcher.themeWords'),
    });
  }
}

function action(icon: IconName, name: string, run: () => unknown, { words = '', ...more }: More = {}): SwitcherEntry {
  const searchKey = searchKeyOf({}, name, words);
  return { id: name, group: 'actions', name, searchKey, detail: '', picture: { icon }, run, ...more };
}
