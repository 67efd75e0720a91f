import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { SharedPost } from '#contracts/post.dto.js';
import { FrameStore } from '../frame-store';
import { t, textParts } from '../language/texts';
import { Completeness } from '../messages/completeness';
import { PersonSentence } from '../profiles/person-sentence';
import { PeopleStore } from '../profiles/people-store';
import { FileList } from '../rooms/file-list';
import { FilePages } from '../rooms/file-pages';
import type { KnownRoom } from '../rooms/room-state';
import { agoInWords, AgoPipe } from '../ui/ago';
import { Icon } from '../ui/icon';
import { Clock } from '../ui/short-time';
import { postPeople } from './post-people';
import { PostWriters } from './post-writers';

const FILES_SHOWN = 3;

/** The right sidebar beside a topic post. */
@Component({
  selector: 'app-post-info',
  imports: [AgoPipe, Completeness, FileList, Icon, MatButtonModule, MatTooltipModule, PersonSentence, PostWriters],
  providers: [FilePages],
  templateUrl: './post-info.html',
  styleUrls: ['../rooms/room-info.scss', './post-info.scss'],
})
export class PostInfo {
  readonly room = input.required<KnownRoom>();
  readonly post = input.required<SharedPost>();
  protected readonly t = t;
  protected readonly textParts = textParts;
  protected readonly frame = inject(FrameStore);
  protected readonly files = inject(FilePages);
  private readonly people = inject(PeopleStore);
  private readonly clock = inject(Clock);
  protected readonly filesShown = FILES_SHOWN;
  /** The post whose files are all shown. */
  private readonly allFilesOf = signal<string | undefined>(undefined);
  protected readonly writers = postPeople(this.post);

  protected readonly author = computed(() => this.people.person(this.post().authorId));
  protected readonly resolver = computed(() => this.people.person(this.post().resolvedById ?? ''));
  protected readonly updated = computed(() =>
    t('posts.updated', { when: agoInWords(this.post().activeAt, this.clock.now()) }),
  );
  protected readonly showsAllFiles = computed(() => this.allFilesOf() === this.post().id);
  protected readonly written = computed(() => {
    const { firstSeq, lastSeq } = this.post();
    const count = lastSeq === 0 ? 0 : lastSeq - firstSeq + 1;
    const writers = this.writers()?.total;
    const messages = t('posts.messageCount', { count });
    if (writers === undefined || count === 0) return messages;
    return t('posts.written', { messages, people: t('posts.personCount', { count: writers }) });
  });

  constructor() {
    effect(() => {
      const { authorId, resolvedById } = this.post();
      this.people.need([authorId, resolvedById ?? authorId]);
    });
    this.files.follow(computed(() => `/posts/${this.post().id}`));
  }

  protected toggleAllFiles(): void {
    this.allFilesOf.set(this.showsAllFiles() ? undefined : this.post().id);
  }
}
