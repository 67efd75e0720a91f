import type { SharedPost } from '#contracts/post.dto.js';

export const POST_ORDERS = ['active', 'newest', 'title'] as const;
export type PostOrder = (typeof POST_ORDERS)[number];

type Sorted = Pick<SharedPost, 'title' | 'createdAt' | 'activeAt'>;

const COMPARE: Record<PostOrder, (one: Sorted, other: Sorted) => number> = {
  active: (one, other) => other.activeAt.localeCompare(one.activeAt),
  newest: (one, other) => other.createdAt.localeCompare(one.createdAt),
  title: (one, other) => one.title.localeCompare(other.title, undefined, { numeric: true }),
};

/** The posts in an order, as a new list. */
export function sortPosts<Post extends Sorted>(posts: readonly Post[], order: PostOrder): Post[] {
  return [...posts].sort(COMPARE[order]);
}

/** Those whose title holds the text and that have the tag, if there is one; neither minds case. */
export function filterPosts<Post extends Pick<SharedPost, 'title' | 'tags' | 'slug'>>(
  posts: readonly Post[],
  text: string,
  tag: string | null,
): Post[] {
  const wanted = text.trim().toLowerCase();
  // The slug is the title in Latin letters, so that Chinese titles are found by their pinyin too.
  const isFound = ({ title, slug }: Post) => title.toLowerCase().includes(wanted) || slug.includes(wanted);
  return posts.filter((post) => isFound(post) && (tag === null || hasTag(post.tags, tag)));
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

function hasTag(tags: readonly string[], wanted: string): boolean {
  return tags.some((tag) => isSameTag(tag, wanted));
}

export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
