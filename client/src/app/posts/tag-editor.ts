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
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatFormFieldModule } from '@angular/material/form-field';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { isSameTag } from './post-order';
import { PostsApi } from './posts-api';
import { cleanTag, markMatch, refusalOf, withTag } from './tag-text';

/** The tags of a post: Enter or a comma adds one, what others use is offered. */
@Component({
  selector: 'app-tag-editor',
  imports: [Icon, MatAutocompleteModule, MatChipsModule, MatFormFieldModule, ReactiveFormsModule],
  host: { style: 'display: contents' },
  templateUrl: './tag-editor.html',
  styleUrl: './tag-editor.scss',
})
export class TagEditor {
  readonly control = input.required<FormControl<string[]>>();
  private readonly api = inject(PostsApi);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly trigger = viewChild.required(MatAutocompleteTrigger);

  protected readonly separators = [ENTER, COMMA];
  protected readonly languageOf = languageOf;
  protected readonly problem = signal('');
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
      .filter(({ name }) => name.toLowerCase().includes(this.tag().toLowerCase()) && !this.isPresent(name))
      .map(({ name, posts }) => ({ name, posts, ...markMatch(name, this.tag()) }));
  }

  /** The last offer: a tag that nobody uses yet. */
  protected isNew(): boolean {
    const tag = this.tag();
    return tag !== '' && !this.isPresent(tag) && !this.offers().some(({ name }) => isSameTag(name, tag));
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.problem.set('');
  }

  /** Enter takes the offer that the arrows have chosen, which is not what stands in the box. */
  protected addTyped(text: string): void {
    if (this.trigger().activeOption === null) this.add(text);
  }

  protected add(text: string): void {
    const [tag, tags] = [cleanTag(text), this.control().value];
    const problem = refusalOf(tag, tags);
    this.problem.set(problem);
    if (problem !== '') return;
    this.control().setValue(withTag(tags, tag));
    this.box().nativeElement.value = '';
    this.typed.set('');
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
    this.problem.set('');
  }

  private isPresent(tag: string): boolean {
    return this.control().value.some((present) => isSameTag(present, tag));
  }
}
