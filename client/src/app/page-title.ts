import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** The tab's title: how much is unread, the page, the product. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly page = signal<string | undefined>(undefined);
  private readonly unread = signal(0);

  constructor() {
    super();
    effect(() => {
      const count = this.unread() > 0 ? `(${this.unread()}) ` : '';
      const page = this.page();
      this.title.setTitle(`${count}${page === undefined ? '' : `${page} · `}Roomers`);
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const title = this.buildTitle(snapshot);
    if (title !== '') this.page.set(title);
  }

  /** Names a page whose name is known only once it has loaded. */
  name(page: string): void {
    this.page.set(page);
  }

  countUnread(count: number): void {
    this.unread.set(count);
  }
}
