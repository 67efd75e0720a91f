import type { Router } from '@angular/router';

/** An address of this site; home for anything else. */
export function safePlace(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}

/** Where the reader wanted to go before signing in. */
export function placeToReturnTo(router: Router): string {
  return safePlace(router.parseUrl(router.url).queryParams['to']);
}
