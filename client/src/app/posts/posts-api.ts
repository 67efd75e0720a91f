import { inject, Injectable } from '@angular/core';
import type { CreatePostDto, Post, PostPage, PostPeople, Tag, TagPage, UpdatePostDto } from '#contracts/post.dto.js';
import { Api } from '../realtime/api';

const MOST_PAGES = 25;

/** The routes about posts. `room` and `post` are slugs or ids. */
@Injectable({ providedIn: 'root' })
export class PostsApi {
  private readonly api = inject(Api);

  /** Every post of a room, the latest active first. */
  async all(room: string): Promise<Post[]> {
    const posts: Post[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await this.api.get<PostPage>(`/rooms/${encodeURIComponent(room)}/posts`, { cursor, limit: 200 });
      posts.push(...answer.items);
      cursor = answer.nextCursor;
      if (cursor === undefined) break;
    }
    return posts;
  }

  one(room: string, post: string): Promise<Post> {
    return this.api.get(`/rooms/${encodeURIComponent(room)}/posts/${encodeURIComponent(post)}`);
  }

  create(room: string, post: CreatePostDto): Promise<Post> {
    return this.api.post(`/rooms/${encodeURIComponent(room)}/posts`, post);
  }

  update(room: string, post: string, changes: UpdatePostDto): Promise<Post> {
    return this.api.patch(`/rooms/${encodeURIComponent(room)}/posts/${encodeURIComponent(post)}`, changes);
  }

  /** Gives a post its picture. */
  putImage(room: string, post: string, picture: File): Promise<Post> {
    const form = new FormData();
    form.append('file', picture);
    return this.api.put(`/rooms/${encodeURIComponent(room)}/posts/${encodeURIComponent(post)}/image`, form);
  }

  /** Who wrote in a post, by its id; the latest first. */
  people(post: string): Promise<PostPeople> {
    return this.api.get(`/posts/${post}/people`);
  }

  async tags(q: string): Promise<Tag[]> {
    return (await this.api.get<TagPage>('/tags', { q })).items;
  }
}
