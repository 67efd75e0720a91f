import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { SharedPost } from '#contracts/post.dto.js';
import { FrameStore } from '../frame-store';
import { Completeness } from '../messages/completeness';
import { PeopleStore } from '../profiles/people-store';
import { FileList } from '../rooms/file-list';
import { FilePages } from '../rooms/file-pages';
import type { KnownRoom } from '../rooms/room-state';
import { AgoPipe } from '../ui/ago';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { splitName } from '../ui/person-name';
import { postPeople } from './post-people';
import { PostWriters } from './post-writers';

const FILES_SHOWN = 3;

/** The right sidebar beside a topic post. */
@Component({
  selector: 'app-post-info',
  imports: [AgoPipe, Completeness, FileList, Icon, MatButtonModule, MatTooltipModule, PostWriters],
  providers: [FilePages],
  templateUrl: './post-info.html',
  styleUrls: ['../rooms/room-info.scss', './post-info.scss'],
})
export class PostInfo {
  readonly room = input.required<KnownRoom>();
  readonly post = input.required<SharedPost>();
  protected readonly frame = inject(FrameStore);
  protected readonly files = inject(FilePages);
  private readonly people = inject(PeopleStore);
  protected readonly filesShown = FILES_SHOWN;
  protected readonly languageOf = languageOf;
  /** The post whose files are all shown. */
  private readonly allFilesOf = signal<string | undefined>(undefined);
  protected readonly writers = postPeople(this.post);

  protected readonly author = computed(() => splitName(this.people.nameOf(this.post().authorId)).main);
  protected readonly resolver = computed(() => splitName(this.people.nameOf(this.post().resolvedById ?? '')).main);
  protected readonly showsAllFiles = computed(() => this.allFilesOf() === this.post().id);
  protected readonly written = computed(() => {
    const { firstSeq, lastSeq } = this.post();
    const messages = lastSeq === 0 ? 0 : lastSeq - firstSeq + 1;
    const writers = this.writers()?.total;
    const said = `${messages} ${messages === 1 ? 'message' : 'messages'}`;
    return writers === undefined || messages === 0
      ? said
      : `${said} from ${writers} ${writers === 1 ? 'person' : 'people'}`;
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
