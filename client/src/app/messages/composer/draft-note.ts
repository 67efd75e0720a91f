import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { t, textParts } from '../../language/texts';
import { Drafts } from '../drafts';
import { SendKeys } from '../send-keys';

const IDLE_MS = 800;

/** Which key sends; once the writer rests, that the draft is kept. */
@Component({
  selector: 'app-draft-note',
  template: `
    @if (isSaved()) {
      {{ t('messages.draftSaved') }}
    } @else {
      @for (part of hint(); track $index) {
        @if (part.name) {
          <b>{{ part.text }}</b>
        } @else {
          <span>{{ part.text }}</span>
        }
      }
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
  protected readonly t = t;
  readonly postId = input.required<string>();
  readonly text = input.required<string>();
  private readonly keys = inject(SendKeys);
  protected readonly hint = computed(() => textParts('messages.toSend', { keys: this.keys.shown() }));
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
