import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  type NavigationError,
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withDisabledInitialNavigation,
  withNavigationErrorHandler,
} from '@angular/router';
import { PageTitle } from './page-title';
import { routes } from './routes';
import { Preferences } from './settings/preferences';
import { sessionInterceptor } from './sign-in/session-interceptor';
import { SessionStore } from './sign-in/session-store';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    // XHR, because fetch tells nothing about the progress of an upload.
    provideHttpClient(withXhr(), withInterceptors([sessionInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withDisabledInitialNavigation(),
      withNavigationErrorHandler(loadAnew),
    ),
    provideAppInitializer(() => {
      inject(Preferences);
      void inject(SessionStore).start();
    }),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};

/** After an update the parts of the old page are gone from the server: the new page opens where one wanted to go. */
function loadAnew({ url, error }: NavigationError): void {
  if (error instanceof TypeError && error.message.includes('module')) location.assign(url);
}
