import type { Locale } from '#contracts/profile.dto.js';
import { english } from '../../i18n/english';
import { followDevice, keepText } from '../device/device-storage';
import { language } from './language';
import { speak, type Texts } from './texts';

/** Also read by the page itself, before the program: see `client/finish-build.mjs`. */
const KEY = 'roomers.language';

/** Where the texts of the product, or of a part of it, come from. */
export type Catalogue = Readonly<Record<Locale, () => Texts | Promise<Texts>>>;

/** English comes with the program. */
const EVERYDAY: Catalogue = {
  en: () => english,
  zh: () => import('../../i18n/chinese').then(({ chinese }) => chinese),
};

const LOCALES = Object.keys(EVERYDAY) as Locale[];

const catalogues = [EVERYDAY];
let wanted: Locale | undefined;
let beginning: Promise<void> | undefined;

/** The language chosen on this device; undefined when none was. */
export function keptLanguage(): Locale | undefined {
  const kept = localStorage.getItem(KEY);
  return LOCALES.find((locale) => locale === kept);
}

export function keepLanguage(locale: Locale): void {
  keepText(KEY, locale);
}

/** Another language was chosen in another window. */
export function followKeptLanguage(changed: (locale: Locale) => void): void {
  followDevice((key) => {
    const kept = keptLanguage();
    if (key === KEY && kept !== undefined) changed(kept);
  });
}

/** The first of the browser's languages that we speak. */
export function browserLanguage(languages: readonly string[]): Locale {
  const tags = languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return LOCALES.find((locale) => locale === tags.find((tag) => LOCALES.some((one) => one === tag))) ?? 'en';
}

/**
 * Asks for the first texts; before the program starts, so that they come beside it. Settles when they are there; where they
 * cannot be had it stays English.
 */
export function beginToSpeak(): Promise<void> {
  beginning ??= change(keptLanguage() ?? browserLanguage(navigator.languages)).catch(() => undefined);
  return beginning;
}

/** Changes the language of the whole interface; the last wish holds when one overtakes another. */
export async function change(locale: Locale): Promise<void> {
  wanted = locale;
  const texts = await Promise.all(catalogues.map(async (catalogue) => catalogue[locale]()));
  if (wanted === locale) speak(locale, Object.assign({}, ...texts) as Texts);
}

/** Speaks of one more part of the product from now on; settles when its texts are there. */
export async function alsoSpeak(catalogue: Catalogue): Promise<void> {
  if (catalogues.includes(catalogue)) return;
  await catalogue[language()]();
  catalogues.push(catalogue);
  await change(wanted ?? language());
}
