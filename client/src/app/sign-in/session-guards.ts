import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SessionStore } from './session-store';

/** Lets the signed in through; others sign in first and come back to where they wanted to go. */
export const signedIn: CanActivateFn = (_route, { url }) => {
  const isSignedIn = inject(SessionStore).state() === 'signed-in';
  return isSignedIn || inject(Router).createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { to: url } });
};

/** Keeps the signed in out of the sign-in page. */
export const signedOut: CanActivateFn = () =>
  inject(SessionStore).state() !== 'signed-in' || inject(Router).createUrlTree(['/']);
