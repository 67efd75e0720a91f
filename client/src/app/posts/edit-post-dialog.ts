import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Post, PostRevision, SharedPost, UpdatePostDto } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import { MessageBody } from '../messages/message-body';
import { PeopleStore } from '../profiles/people-store';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { ago } from '../ui/ago';
import { DialogFrame } from '../ui/dialog-frame';
import { languageOf } from '../ui/language';
import { Notice } from '../ui/notice';
import { Clock } from '../ui/short-time';
import { CoverPicker } from './cover-picker';
import { PostFields } from './post-fields';
import { postForm } from './post-form';
import { PostStore } from './post-store';
import { PostsApi } from './posts-api';

/** Changes a post. Only what was changed is sent; what somebody else changed meanwhile is shown before it is replaced. */
@Component({
  selector: 'app-edit-post-dialog',
  imports: [CoverPicker, DialogFrame, MatButtonModule, MessageBody, PostFields, ReactiveFormsModule],
  templateUrl: './edit-post-dialog.html',
  styleUrl: './edit-post-dialog.scss',
})
export class EditPostDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly languageOf = languageOf;
  private readonly begun = inject<SharedPost>(MAT_DIALOG_DATA);
  private readonly api = inject(PostsApi);
  private readonly posts = inject(PostStore);
  private readonly people = inject(PeopleStore);
  private readonly clock = inject(Clock);
  private readonly notice = inject(Notice);
  private readonly self = inject<MatDialogRef<EditPostDialog, Post>>(MatDialogRef);
  private readonly fields = viewChild.required(PostFields);

  /** What the fields are compared with: as the post was when editing began, or as somebody left it since. */
  private readonly base = signal<Pick<SharedPost, 'title' | 'about' | 'tags' | 'version'>>(this.begun);
  protected readonly form = postForm(this.begun);
  private readonly values = toSignal(this.form.valueChanges);
  protected readonly cover = signal<File | undefined>(undefined);
  protected readonly present = signal(this.begun.imageUrl);
  protected readonly isUnsaved = computed(() => {
    this.values();
    const isOtherCover = this.cover() !== undefined || this.present() !== this.begun.imageUrl;
    return isOtherCover || Object.keys(this.changes()).length > 0;
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);
  /** What somebody else saved meanwhile. */
  protected readonly theirs = signal<PostRevision | null>(null);
  protected readonly conflict = computed(() => {
    const theirs = this.theirs();
    if (theirs === null) return '';
    const name = this.people.nameOf(theirs.editorId);
    return t('posts.conflict', { name, when: ago(theirs.at, this.clock.now()) });
  });

  protected async save(): Promise<void> {
    if (!this.fields().check()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.self.close(await this.send());
    } catch (error) {
      this.refuse(error as ServerError);
      this.isBusy.set(false);
    }
  }

  /** Theirs in place of the own words; tags and picture stay as they are here. */
  protected takeTheirs({ title, about }: PostRevision): void {
    this.form.patchValue({ title, about });
    this.theirs.set(null);
  }

  private async send(): Promise<Post | undefined> {
    const { id, roomId, imageUrl } = this.begun;
    const changes = this.changes();
    let post: Post | undefined;
    if (Object.keys(changes).length > 0) {
      post = await this.api.update(roomId, id, { ...changes, baseVersion: this.base().version });
      this.base.set(post);
      this.posts.put([post], true);
    }
    const cover = this.cover();
    if (cover !== undefined) post = await this.api.putImage(roomId, id, cover);
    else if (imageUrl !== undefined && this.present() === undefined) post = await this.api.removeImage(roomId, id);
    if (post === undefined) return undefined;
    this.posts.put([post], true);
    this.notice.say(t('posts.changed'));
    return post;
  }

  private changes(): UpdatePostDto {
    const { title, about, tags } = this.form.getRawValue();
    const base = this.base();
    const isSame = tags.length === base.tags.length && tags.every((tag, index) => tag === base.tags[index]);
    return {
      ...(title !== base.title && { title }),
      ...(about !== base.about && { about }),
      ...(!isSame && { tags }),
    };
  }

  private refuse(error: ServerError): void {
    if (error.code === 'stale_edit' && error.currentPost !== undefined) {
      const theirs = error.currentPost;
      this.people.need([theirs.editorId]);
      this.theirs.set(theirs);
      this.base.update((base) => ({ ...base, ...theirs }));
    } else if (!this.fields().refuse(error)) this.problem.set(error);
  }
}
