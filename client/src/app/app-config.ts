import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
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
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { loadAnew, MissingParts } from './missing-parts';
import { PageTitle } from './page-title';
import { routes } from './routes';
import { Preferences } from './settings/preferences';
import { sessionInterceptor } from './sign-in/session-interceptor';
import { SessionStore } from './sign-in/session-store';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: MissingParts },
    provideZonelessChangeDetection(),
    // XHR, because fetch tells nothing about the progress of an upload.
    provideHttpClient(withXhr(), withInterceptors([sessionInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withDisabledInitialNavigation(),
      withNavigationErrorHandler(loadAnew),
      // Who stays after all keeps the history as it was.
      withRouterConfig({ canceledNavigationResolution: 'computed' }),
    ),
    provideAppInitializer(() => {
      inject(Preferences);
      void inject(SessionStore).start();
    }),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
