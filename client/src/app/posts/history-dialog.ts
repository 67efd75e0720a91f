import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { PostRevision, SharedPost } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import { PersonLink } from '../profiles/person-link';
import { PeopleStore } from '../profiles/people-store';
import { AgoPipe } from '../ui/ago';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Skeletons } from '../ui/skeletons';
import { PostsApi } from './posts-api';
import { type DiffPart, diffTexts } from './text-diff';

interface ShownRevision {
  revision: PostRevision;
  /** Absent of the first, which changed nothing. */
  title: DiffPart[];
  about: DiffPart[];
  isFirst: boolean;
}

/** What the title and about of a post were: who changed them, when, and what. */
@Component({
  selector: 'app-history-dialog',
  imports: [AgoPipe, Avatar, EmptyState, Icon, MatButtonModule, MatDialogModule, PersonLink, Skeletons],
  templateUrl: './history-dialog.html',
  styleUrl: './history-dialog.scss',
})
export class HistoryDialog {
  protected readonly t = t;
  protected readonly languageOf = languageOf;
  protected readonly post = inject<SharedPost>(MAT_DIALOG_DATA);
  private readonly api = inject(PostsApi);
  protected readonly people = inject(PeopleStore);
  private readonly revisions = signal<readonly PostRevision[]>([]);
  private readonly cursor = signal<string | undefined>(undefined);
  protected readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  protected readonly hasMore = computed(() => this.cursor() !== undefined);
  /** So many are kept, when that is why the oldest shown is not the first. */
  protected readonly most = signal<number | undefined>(undefined);
  /** The last of a page waits for the one before it, which is needed to say what it changed. */
  protected readonly shown = computed<ShownRevision[]>(() => {
    const revisions = this.revisions();
    return (this.hasMore() ? revisions.slice(0, -1) : revisions).map((revision, index) => {
      const before = revisions[index + 1];
      return {
        revision,
        title: diffTexts(before?.title ?? revision.title, revision.title),
        about: diffTexts(before?.about ?? revision.about, revision.about),
        isFirst: before === undefined,
      };
    });
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.state.set('loading');
    try {
      const { roomId, id } = this.post;
      const page = await this.api.revisions(roomId, id, this.cursor());
      this.people.need(page.items.map(({ editorId }) => editorId));
      this.revisions.update((known) => [...known, ...page.items]);
      this.cursor.set(page.nextCursor);
      this.most.set(page.total >= page.most ? page.most : undefined);
      this.state.set('ready');
    } catch {
      this.state.set('failed');
    }
  }
}
