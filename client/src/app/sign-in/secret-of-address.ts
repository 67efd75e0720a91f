import type { Location } from '@angular/common';
import { effect, type Signal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { ActivatedRoute } from '@angular/router';

/** What stands behind the `#` of a link; it leaves the address bar at once, and with it the history. For an injection context. */
export function secretOfAddress(route: ActivatedRoute, location: Location, path: string): Signal<string | undefined> {
  const secret = signal(route.snapshot.fragment ?? undefined);
  const given = toSignal(route.fragment);
  if (secret() !== undefined) location.replaceState(path);
  effect(() => {
    const next = given();
    if (typeof next !== 'string' || next === '') return;
    secret.set(next);
    location.replaceState(path);
  });
  return secret.asReadonly();
}
