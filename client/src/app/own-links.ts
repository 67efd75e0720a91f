import { DestroyRef, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

/** What the server answers itself: files, its documents. */
const NO_PAGE = /^\/(?:api|metrics|socket\.io)(?:\/|$)/u;
const MODIFIERS = ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const;

/** Links that people write open beside the page; those that lead to a page of this house open in it, as any other of its links. */
@Injectable()
export class OwnLinks {
  private readonly router = inject(Router);

  constructor() {
    const follow = (event: MouseEvent) => this.follow(event);
    document.addEventListener('click', follow);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('click', follow));
  }

  private follow(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[target="_blank"]');
    const isPlain = event.button === 0 && !event.defaultPrevented && MODIFIERS.every((key) => !event[key]);
    if (link === null || !isPlain || link.hasAttribute('download')) return;
    const { origin, pathname, search, hash } = new URL(link.href);
    if (origin !== location.origin || NO_PAGE.test(pathname)) return;
    event.preventDefault();
    void this.router.navigateByUrl(pathname + search + hash);
  }
}
