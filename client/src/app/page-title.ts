import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { isTextKey, t } from './language/texts';

const SETTLE_MS = 200;

/** The tab's title: how much is unread, the page, the product. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly page = signal<() => string | undefined>(() => undefined);
  private readonly unread = signal(0);

  constructor() {
    super();
    // A moment later: in a lively post the count goes up and down with every message.
    effect((onCleanup) => {
      const count = this.unread() > 0 ? `(${this.unread()}) ` : '';
      const page = this.page()();
      const title = `${count}${page === undefined ? '' : `${page} · `}Roomers`;
      const timer = setTimeout(() => {
        this.title.setTitle(title);
      }, SETTLE_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const title = this.buildTitle(snapshot);
    // Titles of routes are keys.
    if (title !== '') this.page.set(() => (title !== undefined && isTextKey(title) ? t(title) : title));
  }

  /** Names a page whose name is known only once it has loaded. */
  name(page: string): void {
    this.page.set(() => page);
  }

  countUnread(count: number): void {
    this.unread.set(count);
  }
}
