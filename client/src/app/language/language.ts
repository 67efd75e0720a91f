import { signal } from '@angular/core';
import type { Locale } from '#contracts/profile.dto.js';

/** Each with the name that it calls itself by. */
export const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'zh', name: '简体中文' },
];
/** What `lang` and `Intl` call them. */
const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', zh: 'zh-CN' };

const spoken = signal<Locale>('en');

/** The language of the interface now. */
export const language = spoken.asReadonly();

/** Makes it the language of the page, of numbers, dates and sorting; texts come with it (`texts.ts`). */
export function setLanguage(wanted: Locale): void {
  spoken.set(wanted);
  document.documentElement.lang = wanted === 'en' ? 'en' : TAGS[wanted];
}

/** Something of `Intl`, made once a language: `const clock = perLanguage((tag) => new Intl.DateTimeFormat(tag))`. */
export function perLanguage<Made>(make: (tag: string) => Made): () => Made {
  const kept = new Map<Locale, Made>();
  return () => {
    const now = language();
    const made = kept.get(now) ?? make(TAGS[now]);
    kept.set(now, made);
    return made;
  };
}
