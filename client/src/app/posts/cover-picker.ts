import { Component, computed, effect, model, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS } from '#contracts/limits.js';
import { fileSize } from '../attachments/file-size';
import { t } from '../language/texts';
import { Icon } from '../ui/icon';

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

/** Where the picture of a post is dropped or looked for; shows the one that was chosen. */
@Component({
  selector: 'app-cover-picker',
  imports: [Icon, MatButtonModule],
  templateUrl: './cover-picker.html',
  styleUrl: './cover-picker.scss',
})
export class CoverPicker {
  readonly file = model<File>();
  /** Where the picture is that the post has; gone once it is to be removed. */
  readonly present = model<string>();
  protected readonly t = t;
  protected readonly accepted = TYPES.join(',');
  protected readonly isOver = signal(false);
  private readonly refused = signal<File | undefined>(undefined);
  protected readonly problem = computed(() => refusalOf(this.refused()));
  private readonly chosen = signal<string | undefined>(undefined);
  protected readonly preview = computed(() => this.chosen() ?? this.present());
  protected readonly note = computed(() => {
    const file = this.file();
    return file === undefined ? t('posts.coverNote', { limit: fileSize(LIMITS.imageBytes) }) : fileSize(file.size);
  });

  constructor() {
    effect((onCleanup) => {
      const file = this.file();
      const url = file === undefined ? undefined : URL.createObjectURL(file);
      this.chosen.set(url);
      if (url !== undefined) onCleanup(() => URL.revokeObjectURL(url));
    });
  }

  protected take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file === undefined) return;
    const isRefused = refusalOf(file) !== '';
    this.refused.set(isRefused ? file : undefined);
    if (!isRefused) this.file.set(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take(event.dataTransfer?.files);
  }

  /** What was chosen before what is there. */
  protected remove(): void {
    if (this.file() === undefined) this.present.set(undefined);
    this.file.set(undefined);
    this.refused.set(undefined);
  }
}

/** Why a file cannot be a cover; empty when it can. */
function refusalOf(file: File | undefined): string {
  if (file === undefined) return '';
  if (!TYPES.includes(file.type)) return t('posts.coverType');
  return file.size > LIMITS.imageBytes ? t('posts.coverSize', { limit: fileSize(LIMITS.imageBytes) }) : '';
}
