import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Place } from '../place';
import { PostStore } from '../posts/post-store';
import { PostsApi } from '../posts/posts-api';
import type { ServerError } from '../realtime/server-error';
import { RoomStore } from './room-store';
import { isSameList } from './same-list';

type Status = 'loading' | 'ready' | 'missing' | 'left' | 'failed';

/** The room and post of the address. An address by an old slug or an id is replaced by the present one. */
@Injectable({ providedIn: 'root' })
export class CurrentRoom {
  private readonly place = inject(Place);
  private readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  private readonly postsApi = inject(PostsApi);
  private readonly router = inject(Router);
  /** What the address said, and which room that turned out to be. */
  private readonly answers = signal<ReadonlyMap<string, string | ServerError>>(new Map());

  readonly room = computed(() => {
    const slug = this.place.room();
    if (slug === undefined) return undefined;
    const answer = this.answers().get(slug);
    return this.rooms.bySlug(typeof answer === 'string' ? answer : slug);
  });
  private readonly list = computed(() => this.posts.inRoom(this.room()?.id ?? ''), { equal: isSameList });
  readonly topics = computed(() => this.list().filter(({ kind }) => kind === 'topic'));
  readonly chat = computed(() => this.list().find(({ kind }) => kind === 'chat'));
  readonly post = computed(() => {
    const slug = this.place.post();
    if (slug === undefined) return this.chat();
    const answer = this.answers().get(`${this.place.room() ?? ''}/${slug}`);
    const wanted = typeof answer === 'string' ? answer : slug;
    return this.list().find((post) => post.slug === wanted || post.id === wanted);
  });
  readonly status = computed<Status>(() => {
    if (this.post() !== undefined) return 'ready';
    return this.isLeft() ? 'left' : this.statusByAnswers();
  });
  readonly isMember = computed(() => (this.room()?.myRole ?? null) !== null);
  /** False while more posts than are known may yet come, so that a list in the making is not mistaken for a short one. */
  readonly isListKnown = computed(() => {
    const isSynced = this.isMember() && this.rooms.isLoaded();
    return isSynced || this.topics().length > 0 || this.answers().has(this.place.room() ?? '');
  });

  constructor() {
    effect(() => {
      const slug = this.place.room();
      if (slug !== undefined) untracked(() => void this.load(slug));
    });
    effect(() => {
      const [slug, post] = [this.place.room(), this.place.post()];
      const isUnknown = post !== undefined && this.room() !== undefined && this.post() === undefined;
      if (isUnknown && slug !== undefined) untracked(() => void this.loadPost(slug, post));
    });
    effect(() => this.keepAddress());
  }

  /** Asks again, after a failure. */
  retry(): void {
    const slug = this.place.room();
    if (slug !== undefined) void this.load(slug);
  }

  private isLeft(): boolean {
    return this.room() === undefined && this.rooms.left()?.slug === this.place.room();
  }

  private statusByAnswers(): Status {
    const slug = this.place.room() ?? '';
    const answer = this.answers().get(slug);
    const postAnswer = this.answers().get(`${slug}/${this.place.post() ?? ''}`);
    const refusal = [answer, postAnswer].find((given) => given instanceof Error);
    if (refusal === undefined) return typeof answer === 'string' && this.room() === undefined ? 'missing' : 'loading';
    return refusal.status === 404 ? 'missing' : 'failed';
  }

  private async load(slug: string): Promise<void> {
    try {
      const room = await this.rooms.load(slug);
      this.answer(slug, room.id);
    } catch (error) {
      const refusal = error as ServerError;
      const known = this.rooms.bySlug(slug);
      if (refusal.status === 404 && known !== undefined) this.rooms.remove(known.id);
      this.answer(slug, refusal);
    }
  }

  private async loadPost(room: string, slug: string): Promise<void> {
    const key = `${room}/${slug}`;
    try {
      const post = await this.postsApi.one(room, slug);
      this.posts.put([post], this.isMember());
      this.answer(key, post.id);
    } catch (error) {
      this.answer(key, error as ServerError);
    }
  }

  private answer(asked: string, answer: string | ServerError): void {
    this.answers.update((known) => new Map(known).set(asked, answer));
  }

  private keepAddress(): void {
    const [room, post] = [this.room(), this.post()];
    const [roomSlug, postSlug] = [this.place.room(), this.place.post()];
    if (room === undefined || post === undefined) return;
    // The chat is what the room's own address shows.
    const wanted = post.kind === 'chat' ? undefined : post.slug;
    if (room.slug === roomSlug && postSlug === wanted) return;
    const seq = untracked(this.place.seq);
    const path = ['/r', room.slug, ...(wanted === undefined ? [] : ['p', wanted]), ...(seq === undefined ? [] : [seq])];
    void this.router.navigate(path, { replaceUrl: true, queryParamsHandling: 'preserve' });
  }
}
