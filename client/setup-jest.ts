import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { speak } from './src/app/language/texts';
import { english } from './src/i18n/english';
import { englishAdmin } from './src/i18n/english-admin';

setupZonelessTestEnv();
speak('en', { ...english, ...englishAdmin });
