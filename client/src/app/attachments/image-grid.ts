import { Component, computed, inject, input, output } from '@angular/core';
import type { Attachment } from '#contracts/attachment.dto.js';
import { t } from '../language/texts';
import { PictureSources } from './picture-sources';

const MOST_SHOWN = 3;
const SINGLE = { width: 360, height: 240 };

/** One, two or three pictures side by side; their sizes are known before they load, so nothing moves. */
@Component({
  selector: 'app-image-grid',
  template: `
    <div class="grid" [class]="'of-' + shown().length" [style.width.px]="single()?.width">
      @for (picture of shown(); track picture.id; let index = $index) {
        <button
          type="button"
          [style.aspect-ratio]="ratio()"
          [attr.aria-label]="t('attachments.open', { name: picture.alt || picture.name })"
          (click)="opened.emit(index)"
        >
          @if (sources.small(picture); as url) {
            <img [src]="url" [alt]="picture.alt ?? ''" decoding="async" />
          }
          @if (index === 2 && more() > 0) {
            <span class="more" [attr.data-more]="'+' + more()"></span>
          }
        </button>
      }
    </div>
  `,
  styleUrl: './image-grid.scss',
})
export class ImageGrid {
  protected readonly t = t;
  readonly pictures = input.required<readonly Attachment[]>();
  readonly opened = output<number>();
  protected readonly sources = inject(PictureSources);

  protected readonly shown = computed(() => this.pictures().slice(0, MOST_SHOWN));
  protected readonly more = computed(() => this.pictures().length - MOST_SHOWN);
  /** The box of a picture that stands alone: its own proportions within 360 by 240. */
  protected readonly single = computed(() => {
    const [picture, second] = this.pictures();
    if (picture?.width === undefined || picture.height === undefined || second !== undefined) return undefined;
    const scale = Math.min(1, SINGLE.width / picture.width, SINGLE.height / picture.height);
    return {
      width: Math.max(48, Math.round(picture.width * scale)),
      height: Math.max(48, Math.round(picture.height * scale)),
    };
  });
  protected readonly ratio = computed(() => {
    const box = this.single();
    return box === undefined ? null : `${box.width} / ${box.height}`;
  });
}
