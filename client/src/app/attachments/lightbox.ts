import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { Attachment } from '#contracts/attachment.dto.js';
import { Icon } from '../ui/icon';
import { PictureSources } from './picture-sources';

interface Shown {
  pictures: readonly Attachment[];
  index: number;
}

/** A picture as large as the window; the arrows lead through the others of its message. */
@Component({
  selector: 'app-lightbox',
  imports: [Icon, MatButtonModule, MatDialogModule],
  host: { '(document:keydown.arrowLeft)': 'step(-1)', '(document:keydown.arrowRight)': 'step(1)' },
  templateUrl: './lightbox.html',
  styleUrl: './lightbox.scss',
})
export class Lightbox {
  protected readonly data = inject<Shown>(MAT_DIALOG_DATA);
  protected readonly index = signal(this.data.index);
  protected readonly picture = computed(() => this.data.pictures[this.index()]);
  private readonly sources = inject(PictureSources);
  protected readonly source = computed(() => {
    const picture = this.picture();
    return picture === undefined ? '' : (this.sources.full(picture) ?? picture.url);
  });
  protected readonly count = this.data.pictures.length;

  protected step(by: 1 | -1): void {
    this.index.update((index) => Math.min(this.count - 1, Math.max(0, index + by)));
  }
}
