import { Component, computed, input } from '@angular/core';
import type { Span } from './matching';

/** A text in which some letters are marked. */
@Component({
  selector: 'app-marked-text',
  // By textContent, so that no space of the template gets between the letters.
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.isMarked) {
        <mark [textContent]="piece.text"></mark>
      } @else {
        <span [textContent]="piece.text"></span>
      }
    }
  `,
  styles: `
    mark {
      padding: 0 2px;
      border-radius: 4px;
      background: var(--app-mention-chip);
      color: var(--app-on-mention-chip);
    }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly marks = input<readonly Span[]>([]);

  protected readonly pieces = computed(() => {
    const text = this.text();
    const pieces: { text: string; isMarked: boolean }[] = [];
    let at = 0;
    for (const [from, to] of this.marks()) {
      pieces.push({ text: text.slice(at, from), isMarked: false }, { text: text.slice(from, to), isMarked: true });
      at = to;
    }
    return [...pieces, { text: text.slice(at), isMarked: false }].filter((piece) => piece.text !== '');
  });
}
