import { Component, computed, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../../language/texts';
import { Icon } from '../../ui/icon';
import { isLong, withoutPasted } from './long-paste';
import type { Passage } from './passage';

const NAME = 'pasted.txt';

/** The text as it stays in the box, and the file that takes the place of the rest. */
export interface TextAsFile {
  left: Passage;
  file: File;
}

/** Offers to attach as a file what was pasted and is long, or what is too long to be sent. */
@Component({
  selector: 'app-paste-offer',
  imports: [Icon, MatButtonModule],
  template: `
    @if (problem() || part()) {
      <p [class.problem]="problem()" [attr.role]="problem() ? 'alert' : 'status'">
        <app-icon [name]="problem() ? 'error-fill' : 'description'" />
        <span id="composer-problem">{{ problem() || t('messages.longText') }}</span>
        <button matButton type="button" class="small" (click)="attach()">{{ t('messages.asFile') }}</button>
        @if (!problem()) {
          <button matButton type="button" class="small quiet" (click)="pasted.set(undefined)">
            {{ t('messages.keepText') }}
          </button>
        }
      </p>
    }
  `,
  styleUrl: './paste-offer.scss',
})
export class PasteOffer {
  protected readonly t = t;
  readonly text = input.required<string>();
  /** Why the text cannot be sent as it is; empty when it can. */
  readonly problem = input.required<string>();
  readonly accepted = output<TextAsFile>();
  protected readonly pasted = signal<{ text: string; at: number } | undefined>(undefined);
  /** What was pasted, as long as it still stands there. */
  protected readonly part = computed(() => {
    const pasted = this.pasted();
    return pasted !== undefined && this.text().includes(pasted.text) ? pasted : undefined;
  });

  /** Takes notice of a text that is being pasted at a place of the box. */
  follow(text: string, at: number): void {
    if (isLong(text)) this.pasted.set({ text, at });
  }

  /** Of a text that is too long what was pasted goes, else all of it. */
  protected attach(): void {
    const part = this.part() ?? { text: this.text(), at: 0 };
    const left = withoutPasted(this.text(), part.text, part.at);
    this.pasted.set(undefined);
    if (left !== undefined) this.accepted.emit({ left, file: new File([part.text], NAME, { type: 'text/plain' }) });
  }
}
