import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { Attachment } from '#contracts/attachment.dto.js';
import { t, type TextKey } from '../language/texts';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { PATIENT_TOOLTIPS } from '../ui/tooltips';
import { LightboxGestures } from './lightbox-gestures';
import { LightboxZoom, type Point } from './lightbox-zoom';
import { PictureSources } from './picture-sources';

interface Shown {
  pictures: readonly Attachment[];
  index: number;
}

interface ZoomControl {
  icon: IconName;
  label: TextKey;
  key: string;
  isOn: () => boolean;
  run: () => void;
}

/** A picture as large as the window, and larger; the arrows lead through the others of its message. */
@Component({
  selector: 'app-lightbox',
  imports: [Icon, MatButtonModule, MatDialogModule, MatTooltipModule],
  providers: [PATIENT_TOOLTIPS],
  host: { '(document:keydown)': 'pressed($event)' },
  templateUrl: './lightbox.html',
  styleUrl: './lightbox.scss',
})
export class Lightbox {
  protected readonly t = t;
  protected readonly data = inject<Shown>(MAT_DIALOG_DATA);
  private readonly sources = inject(PictureSources);
  private readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  private readonly image = viewChild<ElementRef<HTMLImageElement>>('image');

  protected readonly index = signal(this.data.index);
  protected readonly picture = computed(() => this.data.pictures[this.index()]);
  protected readonly source = computed(() => this.sourceOf(this.picture()));
  protected readonly count = this.data.pictures.length;
  protected readonly zoom = new LightboxZoom((scale) => this.room(scale));
  protected readonly controls: readonly ZoomControl[] = [
    {
      icon: 'zoom_out',
      label: 'attachments.zoomOut',
      key: '-',
      isOn: this.zoom.isZoomed,
      run: () => this.zoom.shrink(),
    },
    { icon: 'zoom_in', label: 'attachments.zoomIn', key: '+', isOn: this.zoom.canGrow, run: () => this.zoom.grow() },
    { icon: 'fit_screen', label: 'attachments.fit', key: '0', isOn: this.zoom.isZoomed, run: () => this.zoom.reset() },
  ];

  constructor() {
    afterNextRender(() => new LightboxGestures(this.stage().nativeElement, this.zoom, (by) => this.step(by)));
    // The next ones are there before they are asked for.
    effect(() => {
      for (const by of [1, -1]) new Image().src = this.sourceOf(this.data.pictures[this.index() + by]);
    });
  }

  protected step(by: 1 | -1): void {
    const next = Math.min(this.count - 1, Math.max(0, this.index() + by));
    if (next !== this.index()) this.zoom.reset();
    this.index.set(next);
  }

  protected pressed({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'ArrowLeft') this.step(-1);
    else if (key === 'ArrowRight') this.step(1);
    // The key with the plus on it, whether Shift is held or not.
    else this.controls.find((control) => control.key === (key === '=' ? '+' : key))?.run();
  }

  private sourceOf(picture: Attachment | undefined): string {
    return picture === undefined ? '' : (this.sources.full(picture) ?? picture.url);
  }

  /** Half of what stands out of the stage at a scale. */
  private room(scale: number): Point {
    const [stage, image] = [this.stage().nativeElement, this.image()?.nativeElement];
    if (image === undefined) return { x: 0, y: 0 };
    return {
      x: Math.max(0, (image.clientWidth * scale - stage.clientWidth) / 2),
      y: Math.max(0, (image.clientHeight * scale - stage.clientHeight) / 2),
    };
  }
}
