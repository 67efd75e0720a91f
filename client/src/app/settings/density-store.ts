import { inject, Injectable, untracked } from '@angular/core';
import type { Density } from '#contracts/profile.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import { Preferences } from './preferences';

/** How close together things stand: on this device at once, and in the profile for the others. */
@Injectable({ providedIn: 'root' })
export class DensityStore {
  private readonly profiles = inject(ProfilesApi);
  private readonly preferences = inject(Preferences);

  readonly density = this.preferences.density;

  choose(density: Density): void {
    this.preferences.choose({ density });
    void this.profiles.update({ density }).catch(() => undefined);
  }

  /** Takes the profile's density: it was chosen here, or on another device. */
  adopt(density: Density | undefined): void {
    // Not once more when another one is chosen here.
    if (density !== undefined && density !== untracked(this.density)) this.preferences.choose({ density });
  }
}
