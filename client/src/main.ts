import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app-config';
import { beginToSpeak } from './app/language/speech';
import { showStoredTheme } from './app/settings/stored-theme';
import { rememberedUser } from './app/sign-in/remembered-user';

void beginToSpeak();
showStoredTheme();
if (rememberedUser() !== null) fetchAhead();
addEventListener('load', loadChineseLetters);
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));

/** What the router will ask for, one after the other, once the program stands: on its way while that is being read. */
function fetchAhead(): void {
  void import('./app/house-routes');
}

/** Last of the fonts: its list of slices is long, and most devices have Chinese letters of their own. */
function loadChineseLetters(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'chinese.css';
  document.head.append(link);
}
