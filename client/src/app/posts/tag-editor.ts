import { COMMA, ENTER } from '@angular/cdk/keycodes';
import { Component, debounced, inject, input, resource, signal } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatFormFieldModule } from '@angular/material/form-field';
import { LIMITS } from '#contracts/limits.js';
import { cleanName, countCodePoints } from '#contracts/text.js';
import { Icon } from '../ui/icon';
import { PostsApi } from './posts-api';

/** The tags of a post: Enter or a comma adds one, what others use is offered. */
@Component({
  selector: 'app-tag-editor',
  imports: [Icon, MatAutocompleteModule, MatChipsModule, MatFormFieldModule, ReactiveFormsModule],
  host: { style: 'display: contents' },
  templateUrl: './tag-editor.html',
})
export class TagEditor {
  readonly control = input.required<FormControl<string[]>>();
  private readonly api = inject(PostsApi);

  protected readonly separators = [ENTER, COMMA];
  protected readonly text = signal('');
  protected readonly problem = signal('');
  private readonly settled = debounced(() => cleanTag(this.text()), 200);
  private readonly found = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() || undefined : undefined),
    loader: ({ params }) => this.api.tags(params),
  });

  protected offers(): string[] {
    const present = new Set(this.control().value.map((tag) => tag.toLowerCase()));
    const names = this.found.hasValue() ? this.found.value().map(({ name }) => name) : [];
    return names.filter((name) => !present.has(name.toLowerCase()));
  }

  protected add(text: string, box: HTMLInputElement): void {
    const tag = cleanTag(text);
    const tags = this.control().value;
    const problem = refusalOf(tag, tags);
    this.problem.set(problem);
    if (problem !== '') return;
    if (tag !== '' && !tags.some((present) => present.toLowerCase() === tag.toLowerCase())) {
      this.control().setValue([...tags, tag]);
    }
    box.value = '';
    this.text.set('');
  }

  protected remove(tag: string): void {
    this.control().setValue(this.control().value.filter((present) => present !== tag));
    this.problem.set('');
  }
}

function cleanTag(text: string): string {
  return cleanName(text).replace(/^#+/u, '').trim();
}

function refusalOf(tag: string, tags: readonly string[]): string {
  if (tag === '') return '';
  if (tags.length >= LIMITS.tagsPerPost) return `A post has at most ${LIMITS.tagsPerPost} tags.`;
  return countCodePoints(tag) > LIMITS.tag.max ? `A tag has at most ${LIMITS.tag.max} characters.` : '';
}
