import { type Locale, LOCALES } from '#contracts/profile.dto.js';

/** The first language of an `Accept-Language` header that the interface speaks. */
export function chooseLocale(preferredLanguages: string): Locale {
  const wanted = preferredLanguages.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return LOCALES.find((locale) => locale === wanted.find((tag) => LOCALES.some((known) => known === tag))) ?? 'en';
}
