/** A tag that a post does not carry any more. */
export interface TakenTag {
  tagId: string;
}

/** Before any post is held: who changes a tag everywhere holds the tags first and then its posts. */
export const HOLD_TAGS = 'lock table tags in share row exclusive mode';

/** Removes those of the tags `$1` that no post carries: only who reads a post should know of its tags. The tags are held. */
export const REMOVE_UNUSED = `delete from tags t where t.id = any($1) and not exists (select from post_tags where tag_id = t.id)`;

export function idsOf(taken: readonly TakenTag[]): string[] {
  return [...new Set(taken.map(({ tagId }) => tagId))];
}
