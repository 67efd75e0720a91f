import { inject, Injectable } from '@angular/core';
import { readPicture } from './cut-picture';
import { LateDialog } from './late-dialog';
import type { PictureCut } from './picture-dialog';

/** Lets the square of a picture be cut that others will see. */
@Injectable({ providedIn: 'root' })
export class PictureCutter {
  private readonly dialog = inject(LateDialog);

  /** What sending it answered; undefined when it was left. @throws when the file is no picture that the browser can show */
  async cut<Result>(file: File, cut: PictureCut<Result>): Promise<Result | undefined> {
    const url = URL.createObjectURL(file);
    try {
      const image = await readPicture(url);
      return await this.dialog.open<Result>(async () => (await import('./picture-dialog')).PictureDialog, {
        data: { ...cut, image },
        width: '440px',
        maxWidth: '100vw',
        panelClass: 'full-on-phone',
        ariaLabelledBy: 'picture-title',
      });
    } finally {
      URL.revokeObjectURL(url);
    }
  }
}
