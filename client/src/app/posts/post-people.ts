import { debounced, inject, linkedSignal, resource, type Signal } from '@angular/core';
import type { PostPeople, SharedPost } from '#contracts/post.dto.js';
import { PostsApi } from './posts-api';

const SETTLE_MS = 800;

interface Known {
  id: string;
  people: PostPeople | undefined;
}

/** Who wrote in a post, for an injection context; asked for again once the post has moved on and rests. */
export function postPeople(post: Signal<SharedPost>): () => PostPeople | undefined {
  const api = inject(PostsApi);
  const occasion = debounced(() => `${post().id} ${post().lastSeq} ${post().rev}`, SETTLE_MS);
  const asked = resource({
    params: () => ({ id: post().id, rev: occasion.hasValue() ? occasion.value() : '' }),
    loader: ({ params }) => api.people(params.id),
  });
  const known = linkedSignal<Known, Known>({
    source: () => ({ id: post().id, people: asked.hasValue() ? asked.value() : undefined }),
    computation: ({ id, people }, before) => ({
      id,
      people: people ?? (before?.value.id === id ? before.value.people : undefined),
    }),
  });
  return () => known().people;
}
