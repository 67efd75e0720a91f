import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { signedIn, signedOut } from './sign-in/session-guards';

/** Takes only the two addresses of the door, so that `/` belongs to the house. */
function atTheDoor([first]: UrlSegment[]): UrlMatchResult | null {
  return first?.path === 'sign-in' || first?.path === 'register' ? { consumed: [] } : null;
}

export const routes: Routes = [
  {
    matcher: atTheDoor,
    canActivate: [signedOut],
    loadComponent: () => import('./sign-in/auth-page').then((module) => module.AuthPage),
    children: [
      {
        path: 'sign-in',
        title: 'Sign in',
        loadComponent: () => import('./sign-in/sign-in-form').then((module) => module.SignInForm),
      },
      {
        path: 'register',
        title: 'Register',
        loadComponent: () => import('./sign-in/register-form').then((module) => module.RegisterForm),
      },
    ],
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./house-routes').then((module) => module.houseRoutes),
  },
];
