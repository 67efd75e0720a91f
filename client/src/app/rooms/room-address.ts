import { computed, debounced, inject, Injectable, linkedSignal, resource, signal } from '@angular/core';
import { cleanName } from '#contracts/text.js';
import { t } from '../language/texts';
import { RoomsApi } from './rooms-api';

const PREVIEW_MS = 250;
const PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

interface Answer {
  asked: string;
  slug: string;
}

/** The address of a room: made from its name, or one's own, and whether it is free; one that it has is kept. */
@Injectable()
export class RoomAddress {
  private readonly api = inject(RoomsApi);
  private readonly name = signal('');
  private readonly own = signal('');
  private readonly present = signal('');
  private readonly refused = signal<{ slug: string; suggestion: string | undefined } | null>(null);
  readonly isOwn = computed(() => this.own() !== '');

  /** A room that has an address keeps it whatever it is called. */
  private readonly wanted = computed(() => {
    if (this.present() === '') return this.own() || cleanName(this.name());
    return this.own() === this.present() ? '' : this.own();
  });
  private readonly settled = debounced(this.wanted, PREVIEW_MS);
  private readonly preview = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() || undefined : undefined),
    // The server makes a free address of any name: one that is free already comes back as it is.
    loader: async ({ params }): Promise<Answer> => ({ asked: params, slug: await this.api.slugFor(params) }),
  });
  private readonly answer = computed(() => {
    const answer = this.preview.hasValue() ? this.preview.value() : undefined;
    return answer?.asked === this.wanted() ? answer : undefined;
  });

  /** What the name gives; what the name before gave stays until then. */
  readonly made = linkedSignal<{ name: string; answer: Answer | undefined }, string>({
    source: () => ({
      name: cleanName(this.name()),
      answer: this.preview.hasValue() ? this.preview.value() : undefined,
    }),
    computation: ({ name, answer }, before) => {
      if (name === '') return '';
      return answer?.asked === name ? answer.slug : (before?.value ?? '');
    },
  });
  /** What else would do, of an address that will not. */
  readonly suggestion = computed(() => {
    const refused = this.refused();
    if (refused !== null && refused.slug === this.own()) return refused.suggestion;
    const answer = this.answer();
    return this.isOwn() && answer !== undefined && answer.slug !== this.own() ? answer.slug : undefined;
  });
  readonly problem = computed(() => {
    const own = this.own();
    if (own !== '' && !PATTERN.test(own)) return t('rooms.addressRule');
    const isRefused = this.refused()?.slug === own && own !== '';
    return isRefused || this.suggestion() !== undefined ? t('fields.slug_taken', { value: `/r/${own}` }) : '';
  });
  readonly state = computed<'unknown' | 'free' | 'refused'>(() => {
    if (this.problem() !== '') return 'refused';
    return this.answer() === undefined ? 'unknown' : 'free';
  });

  /** The address that the room has. */
  keep(slug: string): void {
    this.present.set(slug);
    this.own.set(slug);
  }

  follow(name: string): void {
    this.name.set(name);
  }

  /** One's own; empty to follow the name again. */
  choose(slug: string): void {
    this.own.set(slug);
  }

  /** The server said no when the room was to be made. */
  refuse(slug: string, suggestion: string | undefined): void {
    this.own.set(slug);
    this.refused.set({ slug, suggestion });
  }
}
