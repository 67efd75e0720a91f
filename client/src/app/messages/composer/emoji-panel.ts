import { Component, ElementRef, inject, output } from '@angular/core';
import type { Picker } from 'emoji-picker-element';
import { isCharacter } from './emoji-character';
import { FOUND_LOOKS, showFound } from './emoji-found';
import { EmojiSearch } from './emoji-search';
import { emojiFor, preferredEmoji } from './emoji-source';

/** Six rows. */
const MOST_FOUND = 48;

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
  private readonly names = inject(EmojiSearch);
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

  /** The package looks for two characters at least; in Chinese one is a word. */
  private async follow(search: HTMLInputElement, picker: Picker): Promise<void> {
    const words = search.value.trim();
    const found = isCharacter(words) ? await this.names.find(words, MOST_FOUND) : [];
    if (search.value.trim() === words) showFound(picker, found, (emoji) => this.picked.emit(emoji));
  }

  private dress(picker: Picker): void {
    const style = document.createElement('style');
    style.textContent = LOOKS + FOUND_LOOKS;
    picker.shadowRoot?.append(style);
    const search = picker.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]');
    search?.focus();
    // One may search in either language, whatever that of the interface is.
    search?.addEventListener('input', () => {
      void this.follow(search, picker);
      const source = emojiFor(search.value);
      if (source === undefined || source.locale === picker.locale) return;
      picker.locale = source.locale;
      picker.dataSource = source.address;
    });
  }
}
