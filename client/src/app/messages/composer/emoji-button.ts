import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { t } from '../../language/texts';
import { Icon } from '../../ui/icon';
import { EmojiPanels } from './emoji-panels';

/** Opens the emoji. Without a choice the focus comes back here. */
@Component({
  selector: 'app-emoji-button',
  imports: [Icon, MatButtonModule, MatTooltipModule],
  template: `
    <button
      matIconButton
      type="button"
      [attr.aria-label]="t('messages.emoji')"
      [matTooltip]="t('messages.emoji')"
      aria-haspopup="dialog"
      [attr.aria-expanded]="isOpen()"
      [class.open]="isOpen()"
      (click)="open()"
    >
      <app-icon name="mood" />
    </button>
  `,
  styles: `
    .open {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
  `,
})
export class EmojiButton {
  protected readonly t = t;
  /** What the emoji open above of; nothing is covered that one writes in. */
  readonly above = input.required<HTMLElement>();
  readonly picked = output<string>();
  protected readonly isOpen = signal(false);
  private readonly panels = inject(EmojiPanels);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected async open(): Promise<void> {
    if (this.isOpen()) return;
    this.isOpen.set(true);
    const emoji = await this.panels.ask(this.above()).finally(() => this.isOpen.set(false));
    if (emoji === undefined) this.host.querySelector('button')?.focus();
    else this.picked.emit(emoji);
  }
}
