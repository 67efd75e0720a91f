import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { HomePage } from './home/home-page';
import { keptFirst } from './kept-first';
import { NotFoundPage } from './not-found-page';
import { PostPage } from './posts/post-page';
import { ProfilePage } from './profiles/profile-page';
import { DirectoryPage } from './rooms/directory-page';
import { keepsChanges } from './settings/unsaved-changes';
import { Shell } from './shell';

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

/** The pages of the signed in. What everybody sees every day comes in one piece: many small ones take longer to find than to read. */
export const houseRoutes: Routes = [
  {
    path: '',
    component: Shell,
    canActivate: [keptFirst],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Home',
        component: HomePage,
      },
      {
        path: 'rooms',
        title: 'Rooms',
        component: DirectoryPage,
      },
      {
        matcher: insideRoom,
        component: PostPage,
      },
      {
        path: 'u/:username',
        title: 'Profile',
        component: ProfilePage,
      },
      { path: 'settings', children: settings },
      {
        path: '**',
        title: 'Not found',
        component: NotFoundPage,
      },
    ],
  },
];
