import { Clipboard } from '@angular/cdk/clipboard';
import { afterRenderEffect, Component, computed, ElementRef, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { t } from '../language/texts';
import { languageOf } from '../ui/language';
import { Notice } from '../ui/notice';
import { drawMarkdown } from './markdown';

/** The text of a message, its markdown drawn. */
@Component({
  selector: 'app-message-body',
  host: { '[attr.lang]': 'language()', '(click)': 'copyCode($event)' },
  template: `<div class="md" [innerHTML]="html()"></div>`,
  styleUrls: ['./message-body.scss', './message-code.scss'],
})
export class MessageBody {
  readonly text = input.required<string>();
  /** Said after the last word of a message that was edited. */
  readonly editedNote = input('');
  private readonly sanitizer = inject(DomSanitizer);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly drawn = computed(() => drawMarkdown(this.text()));
  protected readonly language = computed(() => languageOf(this.text()));
  /** It is sanitised already: Angular's own pass would take `target` from the links. */
  protected readonly html = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(withNote(this.drawn().html, this.editedNote())),
  );

  constructor() {
    afterRenderEffect(() => {
      this.html();
      if (this.drawn().hasBlocks) void this.finishBlocks();
    });
  }

  protected copyCode({ target }: Event): void {
    const code = (target as Element).closest('.copy')?.parentElement?.querySelector('code');
    if (code != null && this.clipboard.copy(code.textContent)) this.notice.say(t('messages.codeCopied'));
  }

  /** What is wider or higher than its box can be scrolled by keyboard; what is code in a known language gets its colours. */
  private async finishBlocks(): Promise<void> {
    for (const box of this.element.querySelectorAll<HTMLElement>('pre, .table')) {
      const isCut = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      if (isCut) box.tabIndex = 0;
    }
    if (this.element.querySelector('code[class^="language-"]') === null) return;
    const { colourCode } = await import('./code-colours');
    colourCode(this.element);
  }
}

/** Inside the last paragraph, so that it follows the last word. `note` is ours, not the author's. */
function withNote(html: string, note: string): string {
  if (note === '') return html;
  const edited = ` <span class="edited" title="${note}">${t('messages.edited')}</span>`;
  return html.trimEnd().endsWith('</p>') ? html.replace(/<\/p>\s*$/, `${edited}</p>`) : `${html}<p>${edited}</p>`;
}
