import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { safePlace } from './place-to-return-to';
import { SessionStore } from './session-store';

/** Lets the signed in through, also while the server cannot be asked; others sign in first and come back to where they wanted to go. */
export const signedIn: CanActivateFn = (_route, { url }) => {
  const isSignedIn = inject(SessionStore).user() !== null;
  return isSignedIn || inject(Router).createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { to: url } });
};

/** Keeps the signed in out of the sign-in page. */
export const signedOut: CanActivateFn = ({ queryParams }) =>
  inject(SessionStore).user() === null || inject(Router).parseUrl(safePlace(queryParams['to']));

/** To others than admins there is no such page. */
export const forAdmins: CanMatchFn = () => inject(SessionStore).isAdmin();
