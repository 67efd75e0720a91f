import { Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import { countCodePoints } from '#contracts/text.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { askBeforeLeaving } from '../ui/ask-before-leaving';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { type Upload, Uploads } from './uploads';

/** The picture to describe; it may have no address yet. */
export interface DescribedPicture {
  postId: string;
  upload: Upload;
  imageUrl: string | undefined;
}

/** Asks what a picture shows, for people who do not see it. */
@Component({
  selector: 'app-describe-dialog',
  imports: [FormsModule, Icon, InitialFocus, MatButtonModule, MatDialogModule, MatFormFieldModule, MatInputModule],
  templateUrl: './describe-dialog.html',
  styleUrl: './describe-dialog.scss',
})
export class DescribeDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly picture = inject<DescribedPicture>(MAT_DIALOG_DATA);
  private readonly uploads = inject(Uploads);
  private readonly self = inject<MatDialogRef<DescribeDialog>>(MatDialogRef);

  private readonly begun = this.picture.upload.attachment?.alt ?? '';
  protected readonly text = signal(this.begun);
  protected readonly problem = signal<ServerError | undefined>(undefined);
  protected readonly isBusy = signal(false);
  protected readonly left = computed(() => LIMITS.attachmentAlt - countCodePoints(this.text()));

  constructor() {
    askBeforeLeaving(computed(() => this.text().trim() !== this.begun));
  }

  protected async save(): Promise<void> {
    const { postId, upload } = this.picture;
    if (this.left() < 0 || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.uploads.describe(postId, upload.key, this.text().trim());
      this.self.close();
    } catch (error) {
      this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }
}
