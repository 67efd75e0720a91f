import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { keepsChanges } from './settings/unsaved-changes';
import { signedIn, signedOut } from './sign-in/session-guards';

const settings: Routes = [
  {
    // On a phone the list of settings; elsewhere its first page beside it.
    path: '',
    pathMatch: 'full',
    title: 'Settings',
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./settings/profile-settings').then((module) => module.ProfileSettings),
  },
  {
    path: 'profile',
    title: 'Profile',
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./settings/profile-settings').then((module) => module.ProfileSettings),
  },
  {
    path: 'appearance',
    title: 'Appearance',
    loadComponent: () => import('./settings/appearance-settings').then((module) => module.AppearanceSettings),
  },
  {
    path: 'keyboard',
    title: 'Keyboard',
    loadComponent: () => import('./settings/keyboard-settings').then((module) => module.KeyboardSettings),
  },
  {
    path: 'password',
    title: 'Change password',
    loadComponent: () => import('./settings/password-settings').then((module) => module.PasswordSettings),
  },
  {
    path: 'sessions',
    title: 'Sessions',
    loadComponent: () => import('./settings/sessions-settings').then((module) => module.SessionsSettings),
  },
];

const DEEPEST = 5;

/** `/r/<room>`, `/r/<room>/p/<post>` and permalinks in them: one page, so that going between posts redraws only the post. */
function insideRoom(segments: UrlSegment[]): UrlMatchResult | null {
  const isInside = segments[0]?.path === 'r' && segments.length >= 2 && segments.length <= DEEPEST;
  return isInside ? { consumed: segments } : null;
}

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
    loadComponent: () => import('./shell').then((module) => module.Shell),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Home',
        loadComponent: () => import('./home/home-page').then((module) => module.HomePage),
      },
      {
        path: 'rooms',
        title: 'Rooms',
        loadComponent: () => import('./rooms/directory-page').then((module) => module.DirectoryPage),
      },
      {
        matcher: insideRoom,
        loadComponent: () => import('./posts/post-page').then((module) => module.PostPage),
      },
      {
        path: 'u/:username',
        title: 'Profile',
        loadComponent: () => import('./profiles/profile-page').then((module) => module.ProfilePage),
      },
      { path: 'settings', children: settings },
      {
        path: '**',
        title: 'Not found',
        loadComponent: () => import('./not-found-page').then((module) => module.NotFoundPage),
      },
    ],
  },
];
