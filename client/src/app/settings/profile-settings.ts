import { Component, inject, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { OpenLists } from '../open-lists';
import { OwnProfile } from '../profiles/own-profile';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Skeletons } from '../ui/skeletons';
import { AppearanceOptions } from './appearance-options';
import { OwnPicture } from './own-picture';
import { ProfileForm } from './profile-form';
import type { HoldsChanges } from './unsaved-changes';

/** `/settings/profile`: who one is to others, and how it all looks here. */
@Component({
  selector: 'app-profile-settings',
  imports: [AppearanceOptions, EmptyState, Icon, MatButtonModule, OpenLists, OwnPicture, ProfileForm, Skeletons],
  templateUrl: './profile-settings.html',
  styleUrl: './profile-settings.scss',
})
export class ProfileSettings implements HoldsChanges {
  protected readonly t = t;
  protected readonly own = inject(OwnProfile);
  private readonly form = viewChild(ProfileForm);

  constructor() {
    this.own.reload();
  }

  hasUnsavedChanges(): boolean {
    return this.form()?.hasUnsavedChanges() ?? false;
  }
}
