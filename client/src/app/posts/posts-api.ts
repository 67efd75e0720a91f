import { inject, Injectable } from '@angular/core';
import type { PostDeletion } from '#contracts/deletion.dto.js';
import type {
  CreatePostDto,
  Post,
  PostPage,
  PostPeople,
  PostRevisionPage,
  Tag,
  TagPage,
  UpdatePostDto,
} from '#contracts/post.dto.js';
import { Api } from '../realtime/api';

const MOST_PAGES = 25;
const REVISIONS = 20;

const at = (room: string, post: string) => `/rooms/${encodeURIComponent(room)}/posts/${encodeURIComponent(post)}`;

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
    return this.api.get(at(room, post));
  }

  create(room: string, post: CreatePostDto): Promise<Post> {
    return this.api.post(`/rooms/${encodeURIComponent(room)}/posts`, post);
  }

  update(room: string, post: string, changes: UpdatePostDto): Promise<Post> {
    return this.api.patch(at(room, post), changes);
  }

  /** Gives a post its picture. */
  putImage(room: string, post: string, picture: File): Promise<Post> {
    const form = new FormData();
    form.append('file', picture);
    return this.api.put(`${at(room, post)}/image`, form);
  }

  removeImage(room: string, post: string): Promise<Post> {
    return this.api.delete(`${at(room, post)}/image`);
  }

  /** What its title and about were, the newest first. */
  revisions(room: string, post: string, cursor?: string): Promise<PostRevisionPage> {
    return this.api.get(`${at(room, post)}/revisions`, { cursor, limit: REVISIONS });
  }

  /** What would go with it. */
  deletion(room: string, post: string): Promise<PostDeletion> {
    return this.api.get(`${at(room, post)}/deletion`);
  }

  remove(room: string, post: string, confirmTitle: string): Promise<unknown> {
    return this.api.post(`${at(room, post)}/deletion`, { confirmTitle });
  }

  /** Who wrote in a post, by its id; the latest first. */
  people(post: string): Promise<PostPeople> {
    return this.api.get(`/posts/${post}/people`);
  }

  async tags(q: string): Promise<Tag[]> {
    return (await this.api.get<TagPage>('/tags', { q })).items;
  }
}
