import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { SharedPost } from '#contracts/post.dto.js';
import { FrameStore } from '../frame-store';
import { PeopleStore } from '../profiles/people-store';
import { FileList } from '../rooms/file-list';
import { FilePages } from '../rooms/file-pages';
import type { KnownRoom } from '../rooms/room-state';
import { AgoPipe } from '../ui/ago';
import { ProfileCardLink } from '../profiles/profile-card-link';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { PersonName, splitName } from '../ui/person-name';
import { postPeople } from './post-people';

const FILES_SHOWN = 3;
const PEOPLE_SHOWN = 8;

/** The right sidebar beside a topic post. */
@Component({
  selector: 'app-post-info',
  imports: [AgoPipe, Avatar, FileList, Icon, MatButtonModule, PersonName, ProfileCardLink],
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
  /** The post whose files are all shown. */
  private readonly allFilesOf = signal<string | undefined>(undefined);
  private readonly writers = postPeople(this.post);

  protected readonly author = computed(() => this.people.nameOf(this.post().authorId));
  protected readonly resolver = computed(() => splitName(this.people.nameOf(this.post().resolvedById ?? '')).main);
  protected readonly showsAllFiles = computed(() => this.allFilesOf() === this.post().id);
  protected readonly shownWriters = computed(() => this.writers()?.items.slice(0, PEOPLE_SHOWN) ?? []);
  protected readonly moreWriters = computed(() => (this.writers()?.total ?? 0) - this.shownWriters().length);
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
