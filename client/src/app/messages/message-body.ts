import { Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { languageOf } from '../ui/language';
import { renderMarkdown } from './markdown';

/** The text of a message, its markdown drawn. */
@Component({
  selector: 'app-message-body',
  host: { '[attr.lang]': 'language()' },
  template: `<div class="md" [innerHTML]="html()"></div>`,
  styleUrl: './message-body.scss',
})
export class MessageBody {
  readonly text = input.required<string>();
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly language = computed(() => languageOf(this.text()));
  /** `renderMarkdown` has sanitised it: Angular's own pass would take `target` from the links. */
  protected readonly html = computed(() => this.sanitizer.bypassSecurityTrustHtml(renderMarkdown(this.text())));
}
