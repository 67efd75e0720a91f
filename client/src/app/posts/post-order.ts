import type { SharedPost } from '#contracts/post.dto.js';
import { compareNames } from '../language/compare-names';
import { isNamed } from '../language/search-key';

export const POST_ORDERS = ['active', 'newest', 'title'] as const;
export type PostOrder = (typeof POST_ORDERS)[number];

type Named = Pick<SharedPost, 'title' | 'searchKey'>;
type Sorted = Pick<SharedPost, 'title' | 'createdAt' | 'activeAt'>;

const COMPARE: Record<PostOrder, (one: Sorted, other: Sorted) => number> = {
  active: (one, other) => other.activeAt.localeCompare(one.activeAt),
  newest: (one, other) => other.createdAt.localeCompare(one.createdAt),
  title: (one, other) => compareNames(one.title, other.title),
};

/** The posts in an order, as a new list. */
export function sortPosts<Post extends Sorted>(posts: readonly Post[], order: PostOrder): Post[] {
  return [...posts].sort(COMPARE[order]);
}

/** Those that are found by their title and have the tag, if there is one. */
export function filterPosts<Post extends Named & Pick<SharedPost, 'tags'>>(
  posts: readonly Post[],
  text: string,
  tag: string | null,
): Post[] {
  return posts.filter((post) => isPostNamed(post, text) && (tag === null || hasTag(post.tags, tag)));
}

/** Whether a post is found by its title. */
export function isPostNamed(post: Named, text: string): boolean {
  return isNamed(post, text, post.title);
}

/** Every tag once, without regard to case, the most used first. */
export function tagsByUse(posts: readonly { tags: readonly string[] }[]): string[] {
  const uses = new Map<string, { tag: string; count: number }>();
  for (const tag of posts.flatMap(({ tags }) => tags)) {
    const key = tag.toLowerCase();
    uses.set(key, { tag: uses.get(key)?.tag ?? tag, count: (uses.get(key)?.count ?? 0) + 1 });
  }
  return [...uses.values()].sort((one, other) => other.count - one.count).map(({ tag }) => tag);
}

/** Whoever made a post, by id, those with the most first. */
export function authorsByPosts(posts: readonly { authorId: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { authorId } of posts) counts.set(authorId, (counts.get(authorId) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([id]) => id);
}

function hasTag(tags: readonly string[], wanted: string): boolean {
  return tags.some((tag) => isSameTag(tag, wanted));
}

export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
