import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, output, signal } from '@angular/core';
import { DEFAULT_ATTACHMENT_BYTES, LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import { ServerConfig } from '../sign-in/server-config';
import { Icon } from '../ui/icon';
import { fileSize } from './file-size';

/** Lets files be dropped anywhere on the page while a composer is there, apart from what lies over it. */
@Component({
  selector: 'app-file-drop',
  imports: [Icon],
  host: {
    '(document:dragenter)': 'entered($event)',
    '(document:dragover)': 'over($event)',
    '(document:dragleave)': 'left($event)',
    '(document:drop)': 'drop($event)',
  },
  template: `
    @if (isOver()) {
      <div aria-hidden="true">
        <span><app-icon name="upload_file" /></span>
        <b>{{ t('attachments.drop') }}</b>
        {{ limits() }}
      </div>
    }
  `,
  styleUrl: './file-drop.scss',
})
export class FileDrop {
  protected readonly t = t;
  readonly dropped = output<File[]>();
  protected readonly isOver = signal(false);
  private readonly document = inject(DOCUMENT);
  private readonly config = inject(ServerConfig);
  protected readonly limits = computed(() => {
    const limits = this.config.config()?.limits;
    return t('attachments.limits', {
      count: limits?.attachmentsPerMessage ?? LIMITS.attachmentsPerMessage,
      size: fileSize(limits?.attachmentBytes ?? DEFAULT_ATTACHMENT_BYTES),
    });
  });

  protected entered(event: DragEvent): void {
    if (hasFiles(event)) this.isOver.set(!isElsewhere(event));
  }

  protected over(event: DragEvent): void {
    if (!hasFiles(event) || isElsewhere(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  }

  /** Only leaving the window counts; every element inside it is left, too. */
  protected left(event: DragEvent): void {
    if (event.relatedTarget === null || !this.document.contains(event.relatedTarget as Node)) this.isOver.set(false);
  }

  protected drop(event: DragEvent): void {
    this.isOver.set(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || isElsewhere(event)) return;
    event.preventDefault();
    this.dropped.emit(files);
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** What lies over the page takes files of its own, or none. */
function isElsewhere({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('.cdk-overlay-container') !== null;
}
