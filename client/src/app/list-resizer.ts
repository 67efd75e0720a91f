import { Component, inject, output } from '@angular/core';
import { FrameStore, LISTS_WIDTH } from './frame-store';
import { t } from './language/texts';

const STEP_PX = 16;

/** The edge of the left sidebar that is dragged, or moved with the arrow keys; a double click gives the usual width. */
@Component({
  selector: 'app-list-resizer',
  host: {
    role: 'separator',
    tabindex: '0',
    '[attr.aria-label]': "t('frame.listsWidth')",
    'aria-orientation': 'vertical',
    '[attr.aria-valuenow]': 'frame.listsWidth()',
    '[attr.aria-valuemin]': 'limits.least',
    '[attr.aria-valuemax]': 'limits.most',
    '(pointerdown)': 'grab($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'letGo()',
    '(pointercancel)': 'letGo()',
    '(dblclick)': 'frame.resizeLists(limits.usual)',
    '(keydown)': 'pressed($event)',
  },
  template: '',
  styles: `
    :host {
      position: absolute;
      inset: 0 0 0 auto;
      z-index: 4;
      width: 8px;
      cursor: col-resize;
      touch-action: none;
    }
    :host::after {
      content: '';
      position: absolute;
      inset: 40% 2px;
      border-radius: 2px;
      background: var(--mat-sys-outline);
      opacity: 0;
      transition: opacity var(--app-motion-fast);
    }
    :host(:hover)::after,
    :host(:active)::after,
    :host(:focus-visible)::after {
      opacity: 1;
    }
    :host(:focus-visible) {
      outline-offset: -2px;
    }
  `,
})
export class ListResizer {
  protected readonly t = t;
  /** Whether it is being dragged. */
  readonly dragged = output<boolean>();
  protected readonly frame = inject(FrameStore);
  protected readonly limits = LISTS_WIDTH;
  /** From the pointer to the width. */
  private offset: number | undefined;

  protected grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.offset = this.frame.listsWidth() - event.clientX;
    this.dragged.emit(true);
  }

  protected drag({ clientX }: PointerEvent): void {
    if (this.offset !== undefined) this.frame.resizeLists(clientX + this.offset);
  }

  protected letGo(): void {
    this.offset = undefined;
    this.dragged.emit(false);
  }

  protected pressed(event: KeyboardEvent): void {
    const now = this.frame.listsWidth();
    const { least, most } = LISTS_WIDTH;
    const widths: Record<string, number> = {
      ArrowLeft: now - STEP_PX,
      ArrowRight: now + STEP_PX,
      Home: least,
      End: most,
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    this.frame.resizeLists(width);
  }
}
