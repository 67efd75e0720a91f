import { computed, inject, Injectable, signal } from '@angular/core';
import type { Theme } from '#contracts/profile.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import { followStoredTheme, hasStoredTheme, showStoredTheme, storedTheme, storeTheme } from './stored-theme';

const ORDER: Theme[] = ['light', 'dark', 'device'];

/** Light, dark or as the device: on this device at once, and in the profile for the others. */
@Injectable({ providedIn: 'root' })
export class ThemeStore {
  private readonly profiles = inject(ProfilesApi);
  private readonly chosen = signal(storedTheme());

  readonly theme = this.chosen.asReadonly();
  readonly next = computed<Theme>(() => ORDER[(ORDER.indexOf(this.chosen()) + 1) % ORDER.length] ?? 'device');

  constructor() {
    followStoredTheme(() => {
      showStoredTheme();
      this.chosen.set(storedTheme());
    });
  }

  choose(theme: Theme): void {
    this.show(theme);
    void this.profiles.update({ theme }).catch(() => undefined);
  }

  /** Takes the profile's theme on a device where none was chosen yet. */
  adopt(theme: Theme | undefined): void {
    if (theme !== undefined && !hasStoredTheme()) this.show(theme);
  }

  private show(theme: Theme): void {
    storeTheme(theme);
    showStoredTheme();
    this.chosen.set(theme);
  }
}
