import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app-config';
import { showStoredTheme } from './app/settings/stored-theme';

showStoredTheme();
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
