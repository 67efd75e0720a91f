import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import { MatTooltipModule } from '@angular/material/tooltip';
import { CurrentRoom } from '../rooms/current-room';
import { RoomHead } from '../rooms/room-head';
import { FilterBox } from '../ui/filter-box';
import { Icon } from '../ui/icon';
import { Viewport } from '../ui/viewport';
import { NewPost } from './new-post';
import { PostRow } from './post-row';

const TAGS_SHOWN = 3;

/** The left sidebar inside a room: its chat and its posts, the latest active first. */
@Component({
  selector: 'app-post-list',
  imports: [FilterBox, Icon, MatButtonModule, MatChipsModule, MatTooltipModule, PostRow, RoomHead],
  templateUrl: './post-list.html',
  styleUrl: './post-list.scss',
})
export class PostList {
  protected readonly current = inject(CurrentRoom);
  protected readonly viewport = inject(Viewport);
  protected readonly newPost = inject(NewPost);

  protected readonly filter = signal('');
  private readonly chosenTag = signal<string | null>(null);
  private readonly allTagsFor = signal<string | undefined>(undefined);

  private readonly allTags = computed(() => tagsByUse(this.current.topics()));
  /** A tag that the room no longer has filters nothing. */
  protected readonly tag = computed(() => {
    const tag = this.chosenTag();
    return tag !== null && this.allTags().includes(tag) ? tag : null;
  });
  protected readonly tags = computed(() =>
    this.allTagsFor() === this.current.room()?.id ? this.allTags() : this.allTags().slice(0, TAGS_SHOWN),
  );
  protected readonly moreTags = computed(() => this.allTags().length - this.tags().length);
  protected readonly posts = computed(() => {
    const [wanted, tag] = [this.filter().trim().toLowerCase(), this.tag()];
    return this.current
      .topics()
      .filter((post) => post.title.toLowerCase().includes(wanted) && (tag === null || hasTag(post.tags, tag)));
  });

  protected choose(tag: string | null): void {
    this.chosenTag.set(tag);
  }

  protected showAllTags(): void {
    this.allTagsFor.set(this.current.room()?.id);
  }
}

function hasTag(tags: readonly string[], wanted: string): boolean {
  return tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase());
}

/** Every tag once, without regard to case, the most used first. */
function tagsByUse(posts: readonly { tags: readonly string[] }[]): string[] {
  const uses = new Map<string, { tag: string; count: number }>();
  for (const tag of posts.flatMap(({ tags }) => tags)) {
    const key = tag.toLowerCase();
    uses.set(key, { tag: uses.get(key)?.tag ?? tag, count: (uses.get(key)?.count ?? 0) + 1 });
  }
  return [...uses.values()].sort((one, other) => other.count - one.count).map(({ tag }) => tag);
}
