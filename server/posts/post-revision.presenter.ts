import type { PostRevision } from '#contracts/post.dto.js';
import type { RevisionRecord } from './post-revisions.repository.js';

/** What a post was called and said, for everybody who may read it. */
export function presentRevision({ at, ...revision }: RevisionRecord): PostRevision {
  return { ...revision, at: at.toISOString() };
}
