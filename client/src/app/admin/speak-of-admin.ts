import type { CanActivateFn } from '@angular/router';
import { alsoSpeak, type Catalogue } from '../language/speech';
import { alsoDraw } from '../ui/icon';
import { ADMIN_ICON_PATHS } from './icon-paths';

const CATALOGUE: Catalogue = {
  en: () => import('../../i18n/english-admin').then(({ englishAdmin }) => englishAdmin),
  zh: () => import('../../i18n/chinese-admin').then(({ chineseAdmin }) => chineseAdmin),
};

/** Before the first page of the console: its texts and icons. */
export const speakOfAdmin: CanActivateFn = async () => {
  alsoDraw(ADMIN_ICON_PATHS);
  await alsoSpeak(CATALOGUE);
  return true;
};
