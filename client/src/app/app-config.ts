import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withDisabledInitialNavigation,
} from '@angular/router';
import { PageTitle } from './page-title';
import { routes } from './routes';
import { sessionInterceptor } from './sign-in/session-interceptor';
import { SessionStore } from './sign-in/session-store';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    // XHR, because fetch tells nothing about the progress of an upload.
    provideHttpClient(withXhr(), withInterceptors([sessionInterceptor])),
    provideRouter(routes, withComponentInputBinding(), withDisabledInitialNavigation()),
    provideAppInitializer(() => void inject(SessionStore).start()),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
