import { Component, computed, inject, input, output, signal } from '@angular/core';
import { isComposing } from '../../keyboard/pressed-keys';
import { t } from '../../language/texts';
import { type EmojiQuery, emojiQuery } from './emoji-query';
import { EmojiSearch, type FoundEmoji } from './emoji-search';
import { isCaret, type Passage } from './passage';

/** What stands for the name that was begun at `from`. */
export interface PickedEmoji {
  from: number;
  emoji: string;
}

/** Emoji for a name that was begun with a colon. The focus stays in the box, whose keys are offered here first. */
@Component({
  selector: 'app-emoji-suggestions',
  template: `
    @if (isOpen()) {
      <div role="listbox" [attr.aria-label]="t('messages.emoji')" [id]="listId()">
        @for (item of items(); track item.emoji) {
          <div
            role="option"
            tabindex="-1"
            [id]="idOf($index)"
            [attr.aria-selected]="$index === at()"
            [class.at]="$index === at()"
            (mousedown)="$event.preventDefault()"
            (click)="pick(item)"
            (keydown.enter)="pick(item)"
          >
            <span aria-hidden="true">{{ item.emoji }}</span>:{{ item.name }}:
          </div>
        }
      </div>
    }
  `,
  styleUrl: './emoji-suggestions.scss',
})
export class EmojiSuggestions {
  protected readonly t = t;
  /** Id of the list, for the box. */
  readonly listId = input.required<string>();
  readonly picked = output<PickedEmoji>();
  private readonly search = inject(EmojiSearch);
  private query: EmojiQuery | undefined;
  /** The colon whose list was closed stays alone. */
  private closedFrom: number | undefined;
  protected readonly items = signal<readonly FoundEmoji[]>([]);
  protected readonly at = signal(0);

  private readonly keys = new Map([
    ['ArrowDown', () => this.move(1)],
    ['ArrowUp', () => this.move(-1)],
    ['Enter', () => this.pick(this.items()[this.at()])],
    ['Tab', () => this.pick(this.items()[this.at()])],
    ['Escape', () => this.close()],
  ]);

  readonly isOpen = computed(() => this.items().length > 0);
  /** Id of the one that Enter takes. */
  readonly activeId = computed(() => (this.isOpen() ? this.idOf(this.at()) : null));

  /** After the text or the caret changed. */
  async follow(passage: Passage): Promise<void> {
    const asked = this.askedIn(passage);
    if (isSame(asked, this.query)) return;
    this.query = asked;
    const found = asked === undefined ? [] : await this.search.find(asked.words);
    // The answer to what is no longer asked.
    if (this.query !== asked) return;
    this.items.set(found);
    this.at.set(0);
  }

  /** Takes a key of the box that is meant for the list; says whether it was. */
  takes(event: KeyboardEvent): boolean {
    const hasModifier = event.shiftKey || event.ctrlKey || event.altKey;
    const act = this.keys.get(event.key);
    if (act === undefined || !this.isOpen() || hasModifier || isComposing(event)) return false;
    act();
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  close(): void {
    this.closedFrom = this.query?.from;
    this.query = undefined;
    this.items.set([]);
  }

  protected idOf(index: number): string {
    return `${this.listId()}-${index}`;
  }

  protected pick(item: FoundEmoji | undefined): void {
    const from = this.query?.from;
    this.query = undefined;
    this.items.set([]);
    if (item !== undefined && from !== undefined) this.picked.emit({ from, emoji: item.emoji });
  }

  private askedIn(passage: Passage): EmojiQuery | undefined {
    const query = isCaret(passage) ? emojiQuery(passage.text, passage.start) : undefined;
    if (query?.from !== this.closedFrom) this.closedFrom = undefined;
    return this.closedFrom === undefined ? query : undefined;
  }

  private move(by: 1 | -1): void {
    const count = this.items().length;
    this.at.update((at) => (at + by + count) % count);
  }
}

function isSame(one: EmojiQuery | undefined, other: EmojiQuery | undefined): boolean {
  return one?.from === other?.from && one?.words === other?.words;
}
