import type { Routes } from '@angular/router';
import { signedIn, signedOut } from './sign-in/session-guards';

export const routes: Routes = [
  {
    path: '',
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
    ],
  },
];
