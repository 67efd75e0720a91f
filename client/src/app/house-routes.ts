import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { HomePage } from './home/home-page';
import { keptFirst } from './kept-first';
import type { TextKey } from './language/texts';
import { NotFoundPage } from './not-found-page';
import { PostPage } from './posts/post-page';
import { ProfilePage } from './profiles/profile-page';
import { DirectoryPage } from './rooms/directory-page';
import { keepsChanges } from './settings/unsaved-changes';
import { Shell } from './shell';
import { forAdmins } from './sign-in/session-guards';
import { asksOverPage } from './ui/unsaved-dialogs';

const settings: Routes = [
  {
    // On a phone the list of settings; elsewhere its first page beside it.
    path: '',
    pathMatch: 'full',
    title: 'frame.settings' satisfies TextKey,
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./settings/profile-settings').then((module) => module.ProfileSettings),
  },
  {
    path: 'profile',
    title: 'settings.profile' satisfies TextKey,
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./settings/profile-settings').then((module) => module.ProfileSettings),
  },
  {
    path: 'appearance',
    title: 'settings.appearance' satisfies TextKey,
    loadComponent: () => import('./settings/appearance-settings').then((module) => module.AppearanceSettings),
  },
  {
    path: 'account',
    title: 'settings.account' satisfies TextKey,
    loadComponent: () => import('./settings/account-settings').then((module) => module.AccountSettings),
  },
  {
    path: 'keyboard',
    title: 'settings.keyboard' satisfies TextKey,
    loadComponent: () => import('./settings/keyboard-settings').then((module) => module.KeyboardSettings),
  },
  {
    path: 'password',
    title: 'settings.changePassword' satisfies TextKey,
    loadComponent: () => import('./settings/password-settings').then((module) => module.PasswordSettings),
  },
  {
    path: 'sessions',
    title: 'settings.sessions' satisfies TextKey,
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
    canActivateChild: [asksOverPage],
    canDeactivate: [asksOverPage],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'frame.home' satisfies TextKey,
        component: HomePage,
      },
      {
        path: 'rooms',
        title: 'frame.rooms' satisfies TextKey,
        component: DirectoryPage,
      },
      {
        matcher: insideRoom,
        component: PostPage,
      },
      {
        path: 'u/:username',
        title: 'settings.profile' satisfies TextKey,
        component: ProfilePage,
      },
      { path: 'settings', children: settings },
      {
        path: 'admin',
        canMatch: [forAdmins],
        loadChildren: () => import('./admin/admin-routes').then((module) => module.adminRoutes),
      },
      {
        path: '**',
        title: 'frame.notFound' satisfies TextKey,
        component: NotFoundPage,
      },
    ],
  },
];
