import { HttpEventType, HttpClient } from '@angular/common/http';
import { inject, Injectable, type Signal, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import type { Attachment } from '#contracts/attachment.dto.js';
import { DEFAULT_ATTACHMENT_BYTES, LIMITS } from '#contracts/limits.js';
import { Api } from '../realtime/api';
import { fromHttp } from '../realtime/server-error';
import { ServerConfig } from '../sign-in/server-config';
import { fileSize } from './file-size';
import { PictureSources } from './picture-sources';

/** A file on its way into a message. */
export interface Upload {
  key: number;
  file: File;
  state: 'uploading' | 'ready' | 'failed';
  /** Part that has gone out, 0 to 1. */
  progress: number;
  attachment?: Attachment;
  problem?: string;
  canRetry?: boolean;
}

export interface UploadList {
  readonly items: Signal<readonly Upload[]>;
}

interface PostUploads {
  roomId: string;
  items: ReturnType<typeof signal<readonly Upload[]>>;
}

/** Files attached in each post's composer; they go on uploading while another post is on screen. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly config = inject(ServerConfig);
  private readonly sources = inject(PictureSources);
  private readonly byPost = new Map<string, PostUploads>();
  private readonly running = new Map<number, Subscription>();
  private nextKey = 1;

  of(postId: string): UploadList {
    return this.listOf(postId);
  }

  add(postId: string, roomId: string, files: readonly File[]): void {
    const list = this.listOf(postId);
    list.roomId = roomId;
    const most = this.config.config()?.limits.attachmentsPerMessage ?? LIMITS.attachmentsPerMessage;
    for (const file of files) {
      const upload: Upload = { key: this.nextKey++, file, state: 'uploading', progress: 0 };
      const problem = list.items().length + 1 > most ? `At most ${most} files a message` : this.refusalOf(file);
      const isRefused = problem !== '';
      list.items.update((items) => [...items, isRefused ? { ...upload, state: 'failed', problem } : upload]);
      if (!isRefused) this.start(postId, upload);
    }
  }

  retry(postId: string, key: number): void {
    const upload = this.listOf(postId)
      .items()
      .find((item) => item.key === key);
    if (upload === undefined) return;
    this.change(postId, key, { state: 'uploading', progress: 0, problem: undefined });
    this.start(postId, upload);
  }

  /** Cancels what is on its way and takes back what has arrived. */
  remove(postId: string, key: number): void {
    const list = this.listOf(postId);
    const attachment = list.items().find((item) => item.key === key)?.attachment;
    this.running.get(key)?.unsubscribe();
    this.running.delete(key);
    list.items.update((items) => items.filter((item) => item.key !== key));
    if (attachment === undefined) return;
    this.sources.forget(attachment);
    void this.api.delete(`/attachments/${attachment.id}`).catch(() => undefined);
  }

  /** Hands over what has arrived, for a message. */
  take(postId: string): Attachment[] {
    const list = this.listOf(postId);
    const attachments = list.items().flatMap(({ attachment }) => attachment ?? []);
    list.items.set([]);
    return attachments;
  }

  private start(postId: string, { key, file }: Upload): void {
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
          }
        },
        error: (error: unknown) => this.failed(postId, key, error),
      });
    this.running.set(key, sent);
  }

  private failed(postId: string, key: number, error: unknown): void {
    const { code, message } = fromHttp(error);
    const problem = code === 'too_large' ? `Over the ${fileSize(this.mostBytes())} limit` : message;
    this.change(postId, key, { state: 'failed', problem, canRetry: code !== 'too_large' && code !== 'file_unusable' });
  }

  private refusalOf(file: File): string {
    if (file.size === 0) return 'This file is empty';
    return file.size > this.mostBytes() ? `Over the ${fileSize(this.mostBytes())} limit` : '';
  }

  private mostBytes(): number {
    return this.config.config()?.limits.attachmentBytes ?? DEFAULT_ATTACHMENT_BYTES;
  }

  private change(postId: string, key: number, changes: Partial<Upload>): void {
    this.listOf(postId).items.update((items) =>
      items.map((item) => (item.key === key ? { ...item, ...changes } : item)),
    );
  }

  private listOf(postId: string): PostUploads {
    const known = this.byPost.get(postId);
    if (known !== undefined) return known;
    const made: PostUploads = { roomId: '', items: signal<readonly Upload[]>([]) };
    this.byPost.set(postId, made);
    return made;
  }
}
