import { Component, computed, type ElementRef, inject, output, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { t } from '../../language/texts';
import type { Action } from '../../ui/action';
import { ActionSheets } from '../../ui/action-sheets';
import { Icon } from '../../ui/icon';
import { Viewport } from '../../ui/viewport';

/** Asks for files; a phone asks first where they come from. */
@Component({
  selector: 'app-attach-button',
  imports: [Icon, MatButtonModule, MatTooltipModule],
  template: `
    <button
      matIconButton
      type="button"
      [attr.aria-label]="t('messages.attach')"
      [matTooltip]="t('messages.attach')"
      [attr.aria-haspopup]="viewport.isCompact() ? 'dialog' : null"
      (click)="ask()"
    >
      <app-icon name="add" />
    </button>
    <input #picker type="file" multiple hidden tabindex="-1" aria-hidden="true" (change)="take()" />
  `,
})
export class AttachButton {
  protected readonly t = t;
  readonly chosen = output<File[]>();
  protected readonly viewport = inject(Viewport);
  private readonly sheets = inject(ActionSheets);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');
  private readonly sources = computed<Action[]>(() => [
    { icon: 'photo_camera', label: t('messages.camera'), run: () => this.pick('image/*', 'environment') },
    { icon: 'photo_library', label: t('messages.photos'), run: () => this.pick('image/*,video/*') },
    { icon: 'description', label: t('messages.fromFiles'), run: () => this.pick('') },
  ]);

  protected async ask(): Promise<void> {
    if (this.viewport.isCompact()) await this.sheets.open(this.sources, t('messages.attach'));
    else this.pick('');
  }

  protected take(): void {
    const input = this.picker().nativeElement;
    this.chosen.emit([...(input.files ?? [])]);
    input.value = '';
  }

  private pick(accept: string, capture?: string): void {
    const input = this.picker().nativeElement;
    input.accept = accept;
    if (capture === undefined) input.removeAttribute('capture');
    else input.capture = capture;
    input.click();
  }
}
