import { Component, DestroyRef, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Post } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import type { KnownRoom } from '../rooms/room-state';
import { explain } from '../sign-in/field-errors';
import { SessionStore } from '../sign-in/session-store';
import { DialogFrame } from '../ui/dialog-frame';
import { Notice } from '../ui/notice';
import { CoverPicker } from './cover-picker';
import { PostDrafts } from './post-draft';
import { PostFields } from './post-fields';
import { postForm } from './post-form';
import { PostsApi } from './posts-api';

const IDLE_MS = 800;

/** Makes a post: a title, what it is about, tags, a picture. What was begun stays when it is closed. */
@Component({
  selector: 'app-new-post-dialog',
  imports: [CoverPicker, DialogFrame, PostFields, ReactiveFormsModule],
  templateUrl: './new-post-dialog.html',
  styleUrl: './new-post-dialog.scss',
})
export class NewPostDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly room = inject<KnownRoom>(MAT_DIALOG_DATA);
  private readonly api = inject(PostsApi);
  private readonly notice = inject(Notice);
  private readonly self = inject<MatDialogRef<NewPostDialog, Post>>(MatDialogRef);
  private readonly fields = viewChild.required(PostFields);
  private readonly drafts = new PostDrafts(inject(SessionStore).user()?.id ?? '', this.room.id);
  private readonly begun = this.drafts.read();

  protected readonly form = postForm(this.begun);
  private readonly values = toSignal(this.form.valueChanges);
  protected readonly cover = signal<File | undefined>(undefined);
  protected readonly isKept = signal(this.drafts.write(this.begun));
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);
  private isMade = false;

  constructor() {
    effect((onCleanup) => {
      if (this.values() === undefined) return;
      untracked(() => this.isKept.set(false));
      const timer = setTimeout(() => this.keep(), IDLE_MS);
      onCleanup(() => clearTimeout(timer));
    });
    inject(DestroyRef).onDestroy(() => this.keep());
  }

  protected async createPost(): Promise<void> {
    if (!this.fields().check()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const post = await this.withCover(await this.api.create(this.room.id, this.form.getRawValue()));
      this.isMade = true;
      this.drafts.clear();
      this.self.close(post);
    } catch (error) {
      if (!this.fields().refuse(error as ServerError)) this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }

  /** A post whose picture was refused is a post all the same. */
  private async withCover(post: Post): Promise<Post> {
    const cover = this.cover();
    if (cover === undefined) return post;
    try {
      return await this.api.putImage(this.room.id, post.id, cover);
    } catch (error) {
      this.notice.say(t('posts.coverRefused', { reason: explain(error as ServerError) }));
      return post;
    }
  }

  private keep(): void {
    if (!this.isMade) this.isKept.set(this.drafts.write(this.form.getRawValue()));
  }
}
