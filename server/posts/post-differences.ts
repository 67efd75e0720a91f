import type { UpdatePostDto } from '#contracts/post.dto.js';
import type { PostRecord } from './post-record.js';

/** What a wish changes of a post. */
export interface PostDifferences {
  columns: Partial<Pick<PostRecord, 'title' | 'about' | 'state'>>;
  /** Absent when they stay as they are. */
  tags?: string[];
}

/** What of a wish is not so already: the same again changes nothing. */
export function differences(post: PostRecord, { title, about, state, tags }: UpdatePostDto): PostDifferences {
  return {
    columns: {
      ...(title !== undefined && title !== post.title && { title }),
      ...(about !== undefined && about !== post.about && { about }),
      ...(state !== undefined && state !== post.state && { state }),
    },
    ...(tags !== undefined && keysOf(tags) !== keysOf(post.tags) && { tags }),
  };
}

function keysOf(tags: readonly string[]): string {
  return JSON.stringify(tags.map((tag) => tag.toLowerCase()));
}
