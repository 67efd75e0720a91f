import { debounced, inject, resource, type Signal } from '@angular/core';
import type { PostPeople, SharedPost } from '#contracts/post.dto.js';
import { PostsApi } from './posts-api';

const SETTLE_MS = 800;

/** Who wrote in a post, for an injection context; asked for again once the post has moved on and rests. */
export function postPeople(post: Signal<SharedPost>): () => PostPeople | undefined {
  const api = inject(PostsApi);
  const occasion = debounced(() => `${post().id} ${post().lastSeq} ${post().rev}`, SETTLE_MS);
  const asked = resource({
    params: () => ({ id: post().id, rev: occasion.hasValue() ? occasion.value() : '' }),
    loader: ({ params }) => api.people(params.id),
  });
  let last: { id: string; people: PostPeople } | undefined;
  return () => {
    if (asked.hasValue()) last = { id: post().id, people: asked.value() };
    return last?.id === post().id ? last.people : undefined;
  };
}
