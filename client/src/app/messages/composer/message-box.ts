import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { Component, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { languageOf } from '../../ui/language';
import { SendKeys } from '../send-keys';
import { EmojiSuggestions, type PickedEmoji } from './emoji-suggestions';
import type { Formatting } from './formats';
import { isAddress, linkTo } from './link';
import { continueList } from './list-continuation';
import { asWritten } from './long-paste';
import { pastedFiles } from './pasted-files';
import { readBox, writeBox } from './writing-box';

/** A text on its way into the box, and where it comes to stand. */
export interface PastedText {
  text: string;
  at: number;
}

/** Enough of a text to know its language by. */
const SAMPLE = 200;

/** Where the text of a message is written. It grows with the text, goes lists on, offers emoji, and knows the keys that send. */
@Component({
  selector: 'app-message-box',
  imports: [CdkTextareaAutosize, EmojiSuggestions],
  templateUrl: './message-box.html',
  styleUrl: './message-box.scss',
})
export class MessageBox {
  readonly label = input.required<string>();
  readonly placeholder = input('');
  /** Lines after which it scrolls. */
  readonly mostLines = input(10);
  readonly isReadonly = input(false);
  /** Id of what says why the text is not accepted; null when it is. */
  readonly problemId = input<string | null>(null);
  readonly typed = output<string>();
  readonly submitted = output();
  readonly pasted = output<PastedText>();
  readonly pastedFiles = output<File[]>();

  private readonly keys = inject(SendKeys);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly size = viewChild.required(CdkTextareaAutosize);
  private readonly suggestions = viewChild.required(EmojiSuggestions);
  /** The browser does it without measuring. */
  protected readonly sizesItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');
  protected readonly language = signal<ReturnType<typeof languageOf>>(null);

  text(): string {
    return this.element.value;
  }

  /** Replaces the whole text, of which Undo knows nothing. */
  show(text: string): void {
    this.element.value = text;
    this.language.set(languageOf(text.slice(0, SAMPLE)));
    this.suggestions().close();
    if (!this.sizesItself) this.size().resizeToFitContent(true);
  }

  /** Changes text and selection as if it were typed. */
  apply(change: Formatting): void {
    if (!this.isReadonly()) writeBox(this.element, change(readBox(this.element)));
  }

  /** Types something where the caret is. */
  insert(words: string): void {
    this.apply(({ text, start, end }) => {
      const caret = start + words.length;
      return { text: text.slice(0, start) + words + text.slice(end), start: caret, end: caret };
    });
  }

  focus(): void {
    this.element.focus();
  }

  focusEnd(): void {
    this.focus();
    this.element.setSelectionRange(this.element.value.length, this.element.value.length);
  }

  holds(target: EventTarget | null): boolean {
    return target === this.element;
  }

  get height(): number {
    return this.element.offsetHeight;
  }

  protected type(isComposing: boolean): void {
    this.language.set(languageOf(this.element.value.slice(0, SAMPLE)));
    this.typed.emit(this.element.value);
    if (!isComposing) this.suggest();
  }

  protected suggest(): void {
    void this.suggestions().follow(readBox(this.element));
  }

  protected press(event: KeyboardEvent): void {
    if (this.suggestions().takes(event)) return;
    if (this.keys.sends(event)) {
      event.preventDefault();
      this.submitted.emit();
    } else if (this.keys.breaks(event)) this.breakLine(event);
  }

  protected paste(event: ClipboardEvent): void {
    const files = pastedFiles(event.clipboardData);
    const text = asWritten(event.clipboardData?.getData('text/plain') ?? '');
    const link = isAddress(text) ? linkTo(readBox(this.element), text) : undefined;
    if (files.length > 0) this.pastedFiles.emit(files);
    else if (link !== undefined) writeBox(this.element, link);
    else this.pasted.emit({ text, at: this.element.selectionStart });
    if (files.length > 0 || link !== undefined) event.preventDefault();
  }

  protected pick({ from, emoji }: PickedEmoji): void {
    this.apply(({ text, start }) => {
      const caret = from + emoji.length + 1;
      return { text: `${text.slice(0, from)}${emoji} ${text.slice(start)}`, start: caret, end: caret };
    });
  }

  private breakLine(event: KeyboardEvent): void {
    const next = continueList(readBox(this.element));
    if (next === undefined) return;
    event.preventDefault();
    writeBox(this.element, next);
  }

  private get element(): HTMLTextAreaElement {
    return this.box().nativeElement;
  }
}
