import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import { ServerConfig } from '../sign-in/server-config';
import { Icon } from '../ui/icon';
import { LateDialog } from '../ui/late-dialog';
import { fileKind, splitName } from './file-kind';
import { fileSize } from './file-size';
import { PictureSources } from './picture-sources';
import { type Upload, type UploadList, Uploads } from './uploads';

/** The files of the message being written, each with how far it has come. */
@Component({
  selector: 'app-upload-tray',
  imports: [Icon, MatButtonModule, MatTooltipModule],
  templateUrl: './upload-tray.html',
  styleUrl: './upload-tray.scss',
})
export class UploadTray {
  protected readonly t = t;
  readonly list = input.required<UploadList>();
  readonly postId = input.required<string>();
  protected readonly uploads = inject(Uploads);
  private readonly sources = inject(PictureSources);
  private readonly dialog = inject(LateDialog);
  private readonly config = inject(ServerConfig);
  protected readonly leftOut = computed(() => {
    const count = this.list().leftOut();
    if (count === 0) return '';
    const most = this.config.config()?.limits.attachmentsPerMessage ?? LIMITS.attachmentsPerMessage;
    return t('attachments.tooMany', { most, count });
  });
  protected readonly kind = fileKind;
  protected readonly parts = splitName;

  protected imageOf({ attachment }: Upload): string | undefined {
    return attachment?.width === undefined ? undefined : this.sources.small(attachment);
  }

  protected isPicture({ attachment }: Upload): boolean {
    return attachment?.width !== undefined;
  }

  protected percent({ progress }: Upload): number {
    return Math.round(progress * 100);
  }

  protected note({ state, progress, size, problem }: Upload): string {
    if (state === 'failed' && problem !== undefined) return this.uploads.words(problem);
    const whole = fileSize(size);
    return state === 'ready' ? whole : t('attachments.progress', { percent: Math.round(progress * 100), size: whole });
  }

  protected async describe(upload: Upload): Promise<void> {
    await this.dialog.open(async () => (await import('./describe-dialog')).DescribeDialog, {
      data: { postId: this.postId(), upload, imageUrl: this.imageOf(upload) },
      width: '440px',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'describe-title',
    });
  }
}
