import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app-config';
import { showStoredTheme } from './app/settings/stored-theme';

showStoredTheme();
addEventListener('load', loadChineseLetters);
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));

/** Last of the fonts: its list of slices is long, and most devices have Chinese letters of their own. */
function loadChineseLetters(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'chinese.css';
  document.head.append(link);
}
