import { HttpEventType, HttpClient } from '@angular/common/http';
import { DestroyRef, inject, Injectable, type Signal, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import type { Attachment } from '#contracts/attachment.dto.js';
import { DEFAULT_ATTACHMENT_BYTES, LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import { Api } from '../realtime/api';
import { fromHttp, ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { ServerConfig } from '../sign-in/server-config';
import { SessionStore } from '../sign-in/session-store';
import { fileSize } from './file-size';
import { keepAttachments, keptAttachments } from './kept-attachments';
import { PictureSources } from './picture-sources';

/** Answers that say something about the file. After any other it may be there still. */
const GONE = new Set([403, 404, 409, 410, 422]);

/** Why a file is not taken: what is wrong with it, or what the server said. */
export type UploadProblem = 'empty' | 'tooLarge' | ServerError;

/** A file on its way into a message. */
export interface Upload {
  key: number;
  name: string;
  /** Bytes. */
  size: number;
  /** Absent for one of an earlier visit. */
  file?: File;
  state: 'uploading' | 'ready' | 'failed';
  /** Part that has gone out, 0 to 1. */
  progress: number;
  attachment?: Attachment;
  problem?: UploadProblem;
  canRetry?: boolean;
}

export interface UploadList {
  readonly items: Signal<readonly Upload[]>;
  /** How many of the files that were attached last did not fit into one message. */
  readonly leftOut: Signal<number>;
}

interface PostUploads {
  roomId: string;
  isRestored: boolean;
  items: ReturnType<typeof signal<readonly Upload[]>>;
  leftOut: ReturnType<typeof signal<number>>;
}

/** Files attached in each post's composer; they go on uploading while another post is on screen. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly config = inject(ServerConfig);
  private readonly session = inject(SessionStore);
  private readonly sources = inject(PictureSources);
  private readonly byPost = new Map<string, PostUploads>();
  private readonly running = new Map<number, Subscription>();
  private nextKey = 1;

  constructor() {
    // What is on its way has nothing to go on from after a reload.
    const warn = (event: Event) => {
      if ([...this.running.values()].some(({ closed }) => !closed)) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => removeEventListener('beforeunload', warn));
  }

  of(postId: string): UploadList {
    return this.listOf(postId);
  }

  add(postId: string, roomId: string, files: readonly File[]): void {
    const list = this.listOf(postId);
    list.roomId = roomId;
    const most = this.config.config()?.limits.attachmentsPerMessage ?? LIMITS.attachmentsPerMessage;
    const taken = files.slice(0, Math.max(0, most - list.items().length));
    list.leftOut.set(files.length - taken.length);
    for (const file of taken) {
      const upload = this.waiting(file);
      const problem = this.refusalOf(file);
      const isRefused = problem !== undefined;
      list.items.update((items) => [...items, isRefused ? { ...upload, state: 'failed', problem } : upload]);
      if (!isRefused) this.start(postId, upload.key, file);
    }
  }

  /** Brings back what an earlier visit left unsent in a post, as far as the server still has it. */
  async restore(postId: string, roomId: string): Promise<void> {
    const list = this.listOf(postId);
    if (list.isRestored) return;
    Object.assign(list, { isRestored: true, roomId });
    const kept = keptAttachments(this.userId(), postId).map((attachment) => ({
      ...{ key: this.nextKey++, name: attachment.name, size: attachment.size },
      ...{ state: 'ready' as const, progress: 1, attachment },
    }));
    if (kept.length === 0) return;
    list.items.update((items) => [...kept, ...items]);
    await Promise.all(kept.map(({ key, attachment }) => this.check(postId, key, attachment.id)));
  }

  retry(postId: string, key: number): void {
    const file = this.itemOf(postId, key)?.file;
    if (file === undefined) return;
    this.change(postId, key, { state: 'uploading', progress: 0, problem: undefined });
    this.start(postId, key, file);
  }

  /** Says what a picture shows. @throws ServerError */
  async describe(postId: string, key: number, alt: string): Promise<void> {
    const id = this.itemOf(postId, key)?.attachment?.id;
    if (id === undefined) return;
    const attachment = await this.api.patch<Attachment>(`/attachments/${id}`, { alt });
    this.change(postId, key, { attachment });
    this.remember(postId);
  }

  /** Cancels what is on its way and takes back what has arrived. */
  remove(postId: string, key: number): void {
    const list = this.listOf(postId);
    const attachment = this.itemOf(postId, key)?.attachment;
    this.running.get(key)?.unsubscribe();
    list.items.update((items) => items.filter((item) => item.key !== key));
    list.leftOut.set(0);
    if (attachment === undefined) return;
    this.remember(postId);
    this.sources.forget(attachment);
    void this.api.delete(`/attachments/${attachment.id}`).catch(() => undefined);
  }

  /** Hands over what has arrived, for a message. */
  take(postId: string): Attachment[] {
    const list = this.listOf(postId);
    const attachments = list.items().flatMap(({ attachment }) => attachment ?? []);
    list.items.set([]);
    list.leftOut.set(0);
    this.remember(postId);
    return attachments;
  }

  /** What is wrong with a file. */
  words(problem: UploadProblem): string {
    if (problem instanceof ServerError) return explain(problem);
    return t(`attachments.${problem}`, { size: fileSize(this.mostBytes()) });
  }

  private waiting(file: File): Upload {
    return { key: this.nextKey++, name: file.name, size: file.size, file, state: 'uploading', progress: 0 };
  }

  private start(postId: string, key: number, file: File): void {
    const form = new FormData();
    form.append('file', file, file.name);
    const sent = this.http
      .post<Attachment>('/api/attachments', form, {
        params: { roomId: this.listOf(postId).roomId },
        reportUploadProgress: true,
        observe: 'events',
      })
      .subscribe({
        next: (event) => {
          if (event.type === HttpEventType.UploadProgress) {
            this.change(postId, key, { progress: event.loaded / (event.total ?? file.size) });
          } else if (event.type === HttpEventType.Response && event.body !== null) {
            this.sources.keep(event.body, file);
            this.change(postId, key, { state: 'ready', progress: 1, attachment: event.body });
            this.remember(postId);
          }
        },
        error: (error: unknown) => this.failed(postId, key, error),
      });
    this.running.set(key, sent);
    sent.add(() => this.running.delete(key));
  }

  private failed(postId: string, key: number, error: unknown): void {
    const refusal = fromHttp(error);
    const { code } = refusal;
    const problem = code === 'too_large' ? 'tooLarge' : refusal;
    this.change(postId, key, { state: 'failed', problem, canRetry: code !== 'too_large' && code !== 'file_unusable' });
  }

  /** Asks for the file by changing nothing. */
  private async check(postId: string, key: number, id: string): Promise<void> {
    try {
      this.change(postId, key, { attachment: await this.api.patch<Attachment>(`/attachments/${id}`, {}) });
    } catch (error) {
      if (!GONE.has((error as ServerError).status)) return;
      this.listOf(postId).items.update((items) => items.filter((item) => item.key !== key));
    }
    this.remember(postId);
  }

  private refusalOf(file: File): UploadProblem | undefined {
    if (file.size === 0) return 'empty';
    return file.size > this.mostBytes() ? 'tooLarge' : undefined;
  }

  private mostBytes(): number {
    return this.config.config()?.limits.attachmentBytes ?? DEFAULT_ATTACHMENT_BYTES;
  }

  private change(postId: string, key: number, changes: Partial<Upload>): void {
    this.listOf(postId).items.update((items) =>
      items.map((item) => (item.key === key ? { ...item, ...changes } : item)),
    );
  }

  private itemOf(postId: string, key: number): Upload | undefined {
    return this.listOf(postId)
      .items()
      .find((item) => item.key === key);
  }

  private remember(postId: string): void {
    const attachments = this.listOf(postId)
      .items()
      .flatMap(({ attachment }) => attachment ?? []);
    keepAttachments(this.userId(), postId, attachments);
  }

  private userId(): string {
    return this.session.user()?.id ?? '';
  }

  private listOf(postId: string): PostUploads {
    const owned = `${this.userId()}.${postId}`;
    const known = this.byPost.get(owned);
    if (known !== undefined) return known;
    const made: PostUploads = {
      roomId: '',
      isRestored: false,
      items: signal<readonly Upload[]>([]),
      leftOut: signal(0),
    };
    this.byPost.set(owned, made);
    return made;
  }
}
