import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatSliderModule } from '@angular/material/slider';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { type Crop, MAX_ZOOM, wholeCrop, zoomed } from './crop';
import { CropStage } from './crop-stage';
import { cutPicture, sizeOf } from './cut-picture';
import { Icon } from './icon';

/** A picture to be cut, and what is done with the square. */
export interface PictureCut<Result> {
  heading: string;
  hint: string;
  /** As people's pictures are shown; those of rooms are square. */
  isRound: boolean;
  /** @throws ServerError */
  send: (square: Blob) => Promise<Result>;
}

/** Cuts the square of a picture that others will see, and sends it. Closes with the answer. Use `PictureCutter` to open it. */
@Component({
  selector: 'app-picture-dialog',
  imports: [CropStage, Icon, MatButtonModule, MatDialogModule, MatSliderModule],
  templateUrl: './picture-dialog.html',
  styleUrl: './picture-dialog.scss',
})
export class PictureDialog {
  protected readonly t = t;
  protected readonly cut = inject<PictureCut<unknown> & { image: HTMLImageElement }>(MAT_DIALOG_DATA);
  private readonly self = inject<MatDialogRef<PictureDialog>>(MatDialogRef);
  protected readonly image = this.cut.image;
  protected readonly size = sizeOf(this.image);
  protected readonly maxZoom = MAX_ZOOM;
  protected readonly crop = signal<Crop>(wholeCrop(this.size));
  protected readonly percent = computed(() => t('ui.percent', { count: Math.round(this.crop().zoom * 100) }));
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
      this.self.close(await this.cut.send(await cutPicture(this.image, this.crop())));
    } catch (error) {
      this.problem.set(explain(error as ServerError));
      this.isBusy.set(false);
    }
  }
}
