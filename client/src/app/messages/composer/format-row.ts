import { Component, ElementRef, inject, model, output, signal, viewChildren } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { t } from '../../language/texts';
import { FirstPaint } from '../../ui/first-paint';
import { Icon } from '../../ui/icon';
import { type Formatting, FORMATS } from './formats';

/** The toolbar above the box: one tab stop, arrow keys inside. */
@Component({
  selector: 'app-format-row',
  imports: [Icon, MatButtonModule, MatTooltipModule],
  host: {
    role: 'toolbar',
    '[attr.aria-label]': "t('messages.formatting')",
    class: 'dense',
    '(keydown.arrowRight)': 'move($any($event), at() + 1)',
    '(keydown.arrowLeft)': 'move($any($event), at() - 1)',
    '(keydown.home)': 'move($any($event), 0)',
    '(keydown.end)': 'move($any($event), -1)',
  },
  template: `
    @if (firstPaint.isOver()) {
      @for (format of formats; track format.label) {
        @if (format.startsGroup) {
          <i aria-hidden="true"></i>
        }
        <button
          #button
          matIconButton
          type="button"
          [attr.aria-label]="t(format.label)"
          [matTooltip]="t(format.label)"
          [tabIndex]="at() === $index ? 0 : -1"
          [disabled]="isPreview()"
          disabledInteractive
          (click)="chosen.emit(format.apply)"
        >
          <app-icon [name]="format.icon" />
        </button>
      }
      <span class="grow"></span>
      <button
        #button
        matIconButton
        type="button"
        class="eye"
        [attr.aria-label]="t('messages.preview')"
        [matTooltip]="t(isPreview() ? 'messages.backToWriting' : 'messages.preview')"
        [attr.aria-pressed]="isPreview()"
        [tabIndex]="at() === formats.length ? 0 : -1"
        (click)="isPreview.set(!isPreview())"
      >
        <app-icon name="visibility" />
      </button>
    }
  `,
  styleUrl: './format-row.scss',
})
export class FormatRow {
  protected readonly t = t;
  /** Whether the text is shown as it will look. */
  readonly isPreview = model(false);
  readonly chosen = output<Formatting>();
  protected readonly firstPaint = inject(FirstPaint);
  protected readonly formats = FORMATS;
  /** The button that Tab comes to. */
  protected readonly at = signal(0);
  private readonly buttons = viewChildren<string, ElementRef<HTMLElement>>('button', { read: ElementRef });

  protected move(event: KeyboardEvent, to: number): void {
    event.preventDefault();
    const buttons = this.buttons();
    const next = (to + buttons.length) % buttons.length;
    this.at.set(next);
    buttons[next]?.nativeElement.focus();
  }
}
