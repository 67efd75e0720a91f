import { COMMA, ENTER } from '@angular/cdk/keycodes';
import {
  Component,
  computed,
  debounced,
  type ElementRef,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import type { FormControl } from '@angular/forms';
import { MatAutocompleteModule, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatFormFieldModule } from '@angular/material/form-field';
import { matchesSearchKey } from '#contracts/search-key.js';
import { t } from '../language/texts';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { isSameTag } from './post-order';
import { PostsApi } from './posts-api';
import { cleanTag, markMatch, refusalOf, splitTags, withTag } from './tag-text';

/** The tags of a post: Enter or a comma adds one, what others use is offered. */
@Component({
  selector: 'app-tag-editor',
  imports: [Icon, MatAutocompleteModule, MatChipsModule, MatFormFieldModule],
  host: { style: 'display: contents' },
  templateUrl: './tag-editor.html',
  styleUrl: './tag-editor.scss',
})
export class TagEditor {
  /** Not bound to the grid of chips, which would write back what it has drawn so far. */
  readonly control = input.required<FormControl<string[]>>();
  private readonly api = inject(PostsApi);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly trigger = viewChild.required(MatAutocompleteTrigger);

  protected readonly t = t;
  protected readonly separators = [ENTER, COMMA];
  protected readonly languageOf = languageOf;
  /** A tag that cannot be added. */
  private readonly refused = signal('');
  protected readonly problem = computed(() => refusalOf(this.refused(), this.control().value));
  private readonly typed = signal('');
  protected readonly tag = computed(() => cleanTag(this.typed()));
  private readonly settled = debounced(this.tag, 200);
  private readonly found = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() || undefined : undefined),
    loader: ({ params }) => this.api.tags(params),
  });

  /** Known tags with the text in them, that part apart, and how many posts have each. */
  protected offers() {
    const tags = this.found.hasValue() ? this.found.value() : [];
    return tags
      .filter(({ name, searchKey }) => matchesSearchKey(searchKey, this.tag()) && !this.isPresent(name))
      .map(({ name, posts }) => ({ name, posts, ...markMatch(name, this.tag()) }));
  }

  /** The last offer: a tag that nobody uses yet. */
  protected isNew(): boolean {
    const tag = this.tag();
    return tag !== '' && !this.isPresent(tag) && !this.offers().some(({ name }) => isSameTag(name, tag));
  }

  /** What is pasted or written with an input method brings its commas as text. */
  protected type(text: string): void {
    this.refused.set('');
    const parts = splitTags(text);
    if (parts.length === 1) this.typed.set(text);
    else this.addAll(parts);
  }

  /** All but what stands behind the last comma, which is still being written; what is refused stays in the box. */
  private addAll(parts: readonly string[]): void {
    const whole = parts.slice(0, -1);
    const left = whole.findIndex((part) => !this.take(part));
    const rest = left < 0 ? (parts.at(-1) ?? '') : parts.slice(left).filter(Boolean).join(', ');
    this.box().nativeElement.value = rest;
    this.typed.set(rest);
  }

  /** Enter takes the offer that the arrows have chosen, which is not what stands in the box. */
  protected addTyped(text: string): void {
    if (this.trigger().activeOption === null) this.add(text);
  }

  protected add(text: string): void {
    if (!this.take(text)) return;
    this.box().nativeElement.value = '';
    this.typed.set('');
  }

  /** False, and said why, when it cannot be a tag of this post. */
  private take(text: string): boolean {
    const [tag, tags] = [cleanTag(text), this.control().value];
    const isRefused = refusalOf(tag, tags) !== '';
    this.refused.set(isRefused ? tag : '');
    if (!isRefused) this.control().setValue(withTag(tags, tag));
    return !isRefused;
  }

  /** Takes what stands in the box, as before the post is made; false when it cannot be a tag. */
  finish(): boolean {
    this.add(this.box().nativeElement.value);
    return this.problem() === '';
  }

  protected leave(): void {
    // A click on an offer takes the focus from the box first.
    if (!this.trigger().panelOpen) this.finish();
  }

  protected remove(tag: string): void {
    this.control().setValue(this.control().value.filter((present) => present !== tag));
    this.refused.set('');
  }

  private isPresent(tag: string): boolean {
    return this.control().value.some((present) => isSameTag(present, tag));
  }
}
