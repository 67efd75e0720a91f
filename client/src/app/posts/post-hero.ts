import { afterNextRender, Component, computed, DestroyRef, ElementRef, inject, input, output } from '@angular/core';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { SharedPost } from '#contracts/post.dto.js';
import { t, textParts } from '../language/texts';
import { MessageBody } from '../messages/message-body';
import { PersonLink } from '../profiles/person-link';
import { PeopleStore } from '../profiles/people-store';
import { AgoPipe } from '../ui/ago';
import { Avatar } from '../ui/avatar';
import { languageOf } from '../ui/language';
import { PostFilter } from './post-filter';

/** The head of a topic post; scrolls away with its stream. */
@Component({
  selector: 'app-post-hero',
  imports: [AgoPipe, Avatar, MatTooltipModule, MessageBody, PersonLink],
  templateUrl: './post-hero.html',
  styleUrl: './post-hero.scss',
})
export class PostHero {
  readonly post = input.required<SharedPost>();
  /** Comes into view, goes out of it. */
  readonly toggled = output<boolean>();
  private readonly people = inject(PeopleStore);
  protected readonly t = t;
  protected readonly textParts = textParts;
  protected readonly author = computed(() => this.people.person(this.post().authorId));
  protected readonly titleLanguage = computed(() => languageOf(this.post().title));
  protected readonly filter = inject(PostFilter);
  protected readonly languageOf = languageOf;

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
