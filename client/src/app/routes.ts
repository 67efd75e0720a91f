import type { Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import type { TextKey } from './language/texts';
import { signedIn, signedOut } from './sign-in/session-guards';

const IN_FRONT = ['sign-in', 'register', 'forgotten-password'];
const LINKS = ['new-password', 'invite'];

/** Takes only the addresses of the door, so that `/` belongs to the house. */
function atTheDoor([first]: UrlSegment[]): UrlMatchResult | null {
  return IN_FRONT.includes(first?.path ?? '') ? { consumed: [] } : null;
}

/** Addresses of links that were handed out: who is signed in may follow them too. */
function byLink([first]: UrlSegment[]): UrlMatchResult | null {
  return LINKS.includes(first?.path ?? '') ? { consumed: [] } : null;
}

const authPage = () => import('./sign-in/auth-page').then((module) => module.AuthPage);

export const routes: Routes = [
  {
    matcher: atTheDoor,
    canActivate: [signedOut],
    loadComponent: authPage,
    children: [
      {
        path: 'sign-in',
        title: 'sign-in.signIn' satisfies TextKey,
        loadComponent: () => import('./sign-in/sign-in-form').then((module) => module.SignInForm),
      },
      {
        path: 'register',
        title: 'sign-in.register' satisfies TextKey,
        loadComponent: () => import('./sign-in/register-form').then((module) => module.RegisterForm),
      },
      {
        path: 'forgotten-password',
        title: 'sign-in.forgotten' satisfies TextKey,
        loadComponent: () => import('./sign-in/forgotten-password').then((module) => module.ForgottenPassword),
      },
    ],
  },
  {
    matcher: byLink,
    loadComponent: authPage,
    children: [
      {
        path: 'new-password',
        title: 'sign-in.newPassword' satisfies TextKey,
        loadComponent: () => import('./sign-in/new-password-page').then((module) => module.NewPasswordPage),
      },
      {
        path: 'invite',
        title: 'invites.heading' satisfies TextKey,
        loadComponent: () => import('./invites/invite-page').then((module) => module.InvitePage),
      },
    ],
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./house-routes').then((module) => module.houseRoutes),
  },
];
