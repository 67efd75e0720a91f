import { Component, computed, inject, input } from '@angular/core';
import type { Attachment } from '#contracts/attachment.dto.js';
import { t } from '../language/texts';
import { LateDialog } from '../ui/late-dialog';
import { FileCard } from './file-card';
import { ImageGrid } from './image-grid';

/** The files of a message: pictures in a grid, the rest as cards side by side. */
@Component({
  selector: 'app-attachments',
  imports: [FileCard, ImageGrid],
  template: `
    @if (pictures().length > 0) {
      <app-image-grid [pictures]="pictures()" (opened)="open($event)" />
    }
    @if (files().length > 0) {
      <div class="files">
        @for (file of files(); track file.id) {
          <app-file-card [file]="file" />
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .files {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      max-width: var(--app-reading-width);
      margin-top: 7px;
    }
  `,
})
export class Attachments {
  readonly attachments = input.required<readonly Attachment[]>();
  private readonly dialog = inject(LateDialog);

  protected readonly pictures = computed(() => this.attachments().filter(isPicture));
  protected readonly files = computed(() => this.attachments().filter((file) => !isPicture(file)));

  protected async open(index: number): Promise<void> {
    await this.dialog.open(async () => (await import('./lightbox')).Lightbox, {
      data: { pictures: this.pictures(), index },
      panelClass: 'lightbox',
      width: '100vw',
      maxWidth: '100vw',
      height: '100dvh',
      maxHeight: '100dvh',
      ariaLabel: t('attachments.picture'),
      autoFocus: 'dialog',
    });
  }
}

function isPicture({ mime, width, height, state }: Attachment): boolean {
  return mime.startsWith('image/') && width !== undefined && height !== undefined && state !== 'rejected';
}
