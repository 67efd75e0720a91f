import { Component, inject, output, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { Icon } from '../ui/icon';

/** Lets files be dropped anywhere on the page while a composer is there. */
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
      <div aria-hidden="true"><app-icon name="attach_file" /> Drop files to attach them</div>
    }
  `,
  styles: `
    div {
      position: absolute;
      inset: 8px;
      z-index: 6;
      display: grid;
      place-content: center;
      justify-items: center;
      border: 2px dashed var(--mat-sys-primary);
      border-radius: 14px;
      background: color-mix(in srgb, var(--app-panel) 88%, transparent);
      color: var(--mat-sys-primary);
      font: var(--mat-sys-title-medium);
      pointer-events: none;
      --icon-size: 32px;
    }
  `,
})
export class FileDrop {
  readonly dropped = output<File[]>();
  protected readonly isOver = signal(false);
  private readonly document = inject(DOCUMENT);

  protected entered(event: DragEvent): void {
    if (hasFiles(event)) this.isOver.set(true);
  }

  protected over(event: DragEvent): void {
    if (hasFiles(event)) event.preventDefault();
  }

  /** Only leaving the window counts; every element inside it is left, too. */
  protected left(event: DragEvent): void {
    if (event.relatedTarget === null || !this.document.contains(event.relatedTarget as Node)) this.isOver.set(false);
  }

  protected drop(event: DragEvent): void {
    this.isOver.set(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.dropped.emit(files);
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
