import { inject, Injectable } from '@angular/core';
import type { Locale } from '#contracts/profile.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import { SessionStore } from '../sign-in/session-store';
import { language } from './language';
import { change, followKeptLanguage, keepLanguage, keptLanguage } from './speech';

/** The language of the interface: on this device at once, and in the profile for the others. */
@Injectable({ providedIn: 'root' })
export class LanguageStore {
  private readonly profiles = inject(ProfilesApi);
  private readonly session = inject(SessionStore);

  readonly language = language;

  constructor() {
    followKeptLanguage((locale) => void change(locale));
  }

  choose(locale: Locale): void {
    this.show(locale);
    if (this.session.user() !== null) this.store(locale);
  }

  /** Tells a new profile what was chosen at the door; else it has what the browser prefers. */
  storeChosen(): void {
    const chosen = keptLanguage();
    if (chosen !== undefined) this.store(chosen);
  }

  /** Takes the profile's language: it was chosen here, or on another device. */
  adopt(locale: Locale | undefined): void {
    if (locale !== undefined && locale !== keptLanguage()) this.show(locale);
  }

  private show(locale: Locale): void {
    keepLanguage(locale);
    void change(locale);
  }

  private store(locale: Locale): void {
    void this.profiles.update({ locale }).catch(() => undefined);
  }
}
