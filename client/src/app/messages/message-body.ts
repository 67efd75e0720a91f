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
  /** Said after the last word of a message that was edited. */
  readonly editedNote = input('');
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly language = computed(() => languageOf(this.text()));
  /** `renderMarkdown` has sanitised it: Angular's own pass would take `target` from the links. */
  protected readonly html = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(withNote(renderMarkdown(this.text()), this.editedNote())),
  );
}

/** Inside the last paragraph, so that it follows the last word. `note` is ours, not the author's. */
function withNote(html: string, note: string): string {
  if (note === '') return html;
  const edited = ` <span class="edited" title="${note}">(edited)</span>`;
  return html.trimEnd().endsWith('</p>') ? html.replace(/<\/p>\s*$/, `${edited}</p>`) : `${html}<p>${edited}</p>`;
}
