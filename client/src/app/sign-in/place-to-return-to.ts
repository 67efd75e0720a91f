import type { Router } from '@angular/router';

/** Where the reader wanted to go before signing in; only addresses of this site. */
export function placeToReturnTo(router: Router): string {
  const to: unknown = router.parseUrl(router.url).queryParams['to'];
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}
