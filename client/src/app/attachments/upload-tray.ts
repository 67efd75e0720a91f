import { Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Icon } from '../ui/icon';
import { fileKind } from './file-kind';
import { fileSize } from './file-size';
import { PictureSources } from './picture-sources';
import { type Upload, type UploadList, Uploads } from './uploads';

/** The files of the message being written, each with how far it has come. */
@Component({
  selector: 'app-upload-tray',
  imports: [Icon, MatButtonModule],
  templateUrl: './upload-tray.html',
  styleUrl: './upload-tray.scss',
})
export class UploadTray {
  readonly list = input.required<UploadList>();
  readonly postId = input.required<string>();
  protected readonly uploads = inject(Uploads);
  private readonly sources = inject(PictureSources);

  protected kind(upload: Upload) {
    return fileKind(upload.file.name);
  }

  protected imageOf({ attachment }: Upload): string | undefined {
    return attachment?.width === undefined ? undefined : this.sources.small(attachment);
  }

  protected percent({ progress }: Upload): number {
    return Math.round(progress * 100);
  }

  protected note({ state, progress, file, problem }: Upload): string {
    if (state === 'failed') return problem ?? 'Not uploaded';
    const size = fileSize(file.size);
    return state === 'ready' ? size : `${Math.round(progress * 100)}% of ${size}`;
  }
}
