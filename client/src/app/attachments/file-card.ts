import { Component, computed, input } from '@angular/core';
import type { Attachment } from '#contracts/attachment.dto.js';
import { t } from '../language/texts';
import { Icon } from '../ui/icon';
import { fileKind, splitName } from './file-kind';
import { fileSize } from './file-size';

/** A file that is not a picture: what it is, how big, and the way to have it. */
@Component({
  selector: 'app-file-card',
  imports: [Icon],
  templateUrl: './file-card.html',
  styleUrl: './file-card.scss',
})
export class FileCard {
  protected readonly t = t;
  readonly file = input.required<Attachment>();
  protected readonly kind = computed(() => fileKind(this.file().name));
  protected readonly name = computed(() => splitName(this.file().name));
  protected readonly note = computed(() => {
    if (this.file().state === 'rejected') return t('attachments.unusable');
    return t('attachments.kindAndSize', { kind: this.kind().label, size: fileSize(this.file().size) });
  });
}
