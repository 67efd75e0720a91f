import { Component, effect, inject, input, signal } from '@angular/core';
import { Drafts } from '../drafts';
import { SendKeys } from '../send-keys';

const IDLE_MS = 800;

/** Which key sends; once the writer rests, that the draft is kept. */
@Component({
  selector: 'app-draft-note',
  template: `
    @if (isSaved()) {
      Draft saved
    } @else {
      <span
        ><b>{{ keys.shown() }}</b> to send</span
      >
    }
  `,
  styles: `
    :host {
      color: var(--app-faint);
      font: var(--mat-sys-label-medium);
      font-weight: 450;
      white-space: nowrap;
    }
    b {
      font-weight: 600;
    }
  `,
})
export class DraftNote {
  readonly postId = input.required<string>();
  readonly text = input.required<string>();
  protected readonly keys = inject(SendKeys);
  private readonly drafts = inject(Drafts);
  protected readonly isSaved = signal(false);

  constructor() {
    effect((onCleanup) => {
      const [postId, text] = [this.postId(), this.text()];
      this.isSaved.set(false);
      if (text.trim() === '') return;
      const timer = setTimeout(() => this.isSaved.set(this.drafts.isStored(postId)), IDLE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
