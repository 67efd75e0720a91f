import { afterNextRender, Component, computed, DestroyRef, ElementRef, inject, input, output } from '@angular/core';
import type { SharedPost } from '#contracts/post.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { Avatar } from '../ui/avatar';
import { languageOf } from '../ui/language';
import { ShortTimePipe } from '../ui/short-time';

/** The head of a topic post; scrolls away with its stream. */
@Component({
  selector: 'app-post-hero',
  imports: [Avatar, ShortTimePipe],
  templateUrl: './post-hero.html',
  styleUrl: './post-hero.scss',
})
export class PostHero {
  readonly post = input.required<SharedPost>();
  /** Comes into view, goes out of it. */
  readonly toggled = output<boolean>();
  private readonly people = inject(PeopleStore);
  protected readonly author = computed(() => this.people.person(this.post().authorId));
  protected readonly titleLanguage = computed(() => languageOf(this.post().title));
  protected readonly aboutLanguage = computed(() => languageOf(this.post().about));

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const seen = new IntersectionObserver(([entry]) => {
      this.toggled.emit(entry?.isIntersecting === true);
    });
    afterNextRender(() => {
      seen.observe(element);
    });
    inject(DestroyRef).onDestroy(() => {
      seen.disconnect();
    });
  }
}
