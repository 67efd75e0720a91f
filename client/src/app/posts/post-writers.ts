import { Component, computed, input, signal } from '@angular/core';
import type { PostPeople } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import { ProfileCardLink } from '../profiles/profile-card-link';
import { Avatar } from '../ui/avatar';
import { Faces } from '../ui/faces';
import { PersonName } from '../ui/person-name';

const FACES_SHOWN = 8;

/** Who wrote in a post: their faces close together, which open a list of them. */
@Component({
  selector: 'app-post-writers',
  imports: [Avatar, Faces, PersonName, ProfileCardLink],
  templateUrl: './post-writers.html',
  styleUrl: './post-writers.scss',
})
export class PostWriters {
  readonly people = input.required<PostPeople>();
  protected readonly t = t;
  protected readonly isOpen = signal(false);
  protected readonly faces = computed(() => this.people().items.slice(0, FACES_SHOWN));
  protected readonly others = computed(() => this.people().total - this.faces().length);
  /** Whom the server did not name: a long list is cut off there. */
  protected readonly unnamed = computed(() => this.people().total - this.people().items.length);
}
