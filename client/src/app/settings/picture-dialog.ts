import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatSliderModule } from '@angular/material/slider';
import type { Profile } from '#contracts/profile.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Icon } from '../ui/icon';
import { type Crop, MAX_ZOOM, wholeCrop, zoomed } from './crop';
import { CropStage } from './crop-stage';
import { cutPicture, sizeOf } from './cut-picture';

/** Cuts the square of a picture that others will see, and sends it. Closes with the changed profile. */
@Component({
  selector: 'app-picture-dialog',
  imports: [CropStage, Icon, MatButtonModule, MatDialogModule, MatSliderModule],
  templateUrl: './picture-dialog.html',
  styleUrl: './picture-dialog.scss',
})
export class PictureDialog {
  protected readonly image = inject<HTMLImageElement>(MAT_DIALOG_DATA);
  private readonly self = inject<MatDialogRef<PictureDialog, Profile>>(MatDialogRef);
  private readonly api = inject(ProfilesApi);
  protected readonly size = sizeOf(this.image);
  protected readonly maxZoom = MAX_ZOOM;
  protected readonly crop = signal<Crop>(wholeCrop(this.size));
  protected readonly percent = computed(() => `${Math.round(this.crop().zoom * 100)} %`);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  protected zoom(value: number): void {
    this.crop.update((crop) => zoomed(this.size, crop, value));
  }

  protected async use(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      this.self.close(await this.api.putImage(await cutPicture(this.image, this.crop())));
    } catch (error) {
      this.problem.set(explain(error as ServerError));
      this.isBusy.set(false);
    }
  }
}
