import { Component, ElementRef, inject, output } from '@angular/core';
import type { Picker } from 'emoji-picker-element';
import { emojiFor, preferredEmoji } from './emoji-source';

const LOOKS = `
  .picker { border: 0; font-family: inherit; }
  input.search { padding: 7px 12px; background: var(--mat-sys-surface-container-high); border-color: transparent; }
  input.search:focus { outline: 2px solid var(--mat-sys-primary); outline-offset: -2px; }
  .category { font: var(--mat-sys-label-medium); padding-block: 8px 4px; }
  .favorites { scrollbar-gutter: auto; }
  .emoji, button.emoji { border-radius: 10px; }
`;

/** All emoji with search and skin tones. Use `EmojiPanels` to open it. */
@Component({
  selector: 'app-emoji-panel',
  host: { '(emoji-click)': 'pick($any($event))' },
  template: '',
  styleUrl: './emoji-panel.scss',
})
export class EmojiPanel {
  readonly picked = output<string>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    void this.show();
  }

  protected pick({ detail }: CustomEvent<{ unicode?: string }>): void {
    if (detail.unicode !== undefined) this.picked.emit(detail.unicode);
  }

  private async show(): Promise<void> {
    const source = preferredEmoji();
    const [{ Picker }, i18n] = await Promise.all([import('emoji-picker-element'), this.words(source.locale)]);
    const picker = new Picker({ locale: source.locale, dataSource: source.address, ...(i18n && { i18n }) });
    this.host.replaceChildren(picker);
    this.dress(picker);
  }

  private async words(locale: string) {
    return locale === 'zh' ? (await import('emoji-picker-element/i18n/zh_CN')).default : undefined;
  }

  private dress(picker: Picker): void {
    const style = document.createElement('style');
    style.textContent = LOOKS;
    picker.shadowRoot?.append(style);
    const search = picker.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]');
    search?.focus();
    // One may search in either language, whatever the browser's is.
    search?.addEventListener('input', () => {
      const source = emojiFor(search.value);
      if (source === undefined || source.locale === picker.locale) return;
      picker.locale = source.locale;
      picker.dataSource = source.address;
    });
  }
}
