import { Component, computed, effect, model, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS } from '#contracts/limits.js';
import { fileSize } from '../attachments/file-size';
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
  protected readonly accepted = TYPES.join(',');
  protected readonly limit = fileSize(LIMITS.imageBytes);
  protected readonly isOver = signal(false);
  protected readonly problem = signal('');
  protected readonly preview = signal<string | undefined>(undefined);
  protected readonly note = computed(() => {
    const file = this.file();
    return file === undefined ? `Drop one or browse. PNG, JPEG or WebP up to ${this.limit}.` : fileSize(file.size);
  });

  constructor() {
    effect((onCleanup) => {
      const file = this.file();
      const url = file === undefined ? undefined : URL.createObjectURL(file);
      this.preview.set(url);
      if (url !== undefined) onCleanup(() => URL.revokeObjectURL(url));
    });
  }

  protected take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file === undefined) return;
    const problem = this.refusalOf(file);
    this.problem.set(problem);
    if (problem === '') this.file.set(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take(event.dataTransfer?.files);
  }

  protected remove(): void {
    this.file.set(undefined);
    this.problem.set('');
  }

  private refusalOf({ type, size }: File): string {
    if (!TYPES.includes(type)) return 'A cover is a PNG, JPEG or WebP picture.';
    return size > LIMITS.imageBytes ? `Over the ${this.limit} limit.` : '';
  }
}
