import {
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import type { Post } from '#contracts/post.dto.js';
import { countCodePoints } from '#contracts/text.js';
import type { ServerError } from '../realtime/server-error';
import type { KnownRoom } from '../rooms/room-state';
import { explain, focusFirstWrong, showAtFields } from '../sign-in/field-errors';
import { SessionStore } from '../sign-in/session-store';
import { DialogFrame } from '../ui/dialog-frame';
import { InitialFocus } from '../ui/initial-focus';
import { Notice } from '../ui/notice';
import { CoverPicker } from './cover-picker';
import { PostDrafts } from './post-draft';
import { PostsApi } from './posts-api';
import { TagEditor } from './tag-editor';

const IDLE_MS = 800;

/** Makes a post: a title, what it is about, tags, a picture. What was begun stays when it is closed. */
@Component({
  selector: 'app-new-post-dialog',
  imports: [CoverPicker, DialogFrame, InitialFocus, MatFormFieldModule, MatInputModule, ReactiveFormsModule, TagEditor],
  templateUrl: './new-post-dialog.html',
  styleUrl: './new-post-dialog.scss',
})
export class NewPostDialog {
  protected readonly room = inject<KnownRoom>(MAT_DIALOG_DATA);
  private readonly api = inject(PostsApi);
  private readonly notice = inject(Notice);
  private readonly self = inject<MatDialogRef<NewPostDialog, Post>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly tagEditor = viewChild.required(TagEditor);
  private readonly drafts = new PostDrafts(inject(SessionStore).user()?.id ?? '', this.room.id);
  private readonly begun = this.drafts.read();

  protected readonly limits = LIMITS;
  protected readonly form = new FormGroup({
    title: new FormControl(this.begun.title, {
      nonNullable: true,
      validators: [Validators.required, Validators.pattern(/\S/u)],
    }),
    about: new FormControl(this.begun.about, { nonNullable: true }),
    tags: new FormControl(this.begun.tags, { nonNullable: true }),
  });
  private readonly values = toSignal(this.form.valueChanges);
  protected readonly aboutLength = computed(() => countCodePoints(this.values()?.about ?? this.begun.about));
  protected readonly cover = signal<File | undefined>(undefined);
  protected readonly isKept = signal(this.drafts.write(this.begun));
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
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
    this.form.markAllAsTouched();
    if (!this.tagEditor().finish() || this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const post = await this.withCover(await this.api.create(this.room.id, this.form.getRawValue()));
      this.isMade = true;
      this.drafts.clear();
      this.self.close(post);
    } catch (error) {
      const refusal = error as ServerError;
      if (!showAtFields(this.form, refusal)) this.problem.set(explain(refusal));
      focusFirstWrong(this.element);
      this.isBusy.set(false);
    }
  }

  protected errorOf(field: 'title' | 'about', fallback: string): string {
    const server: unknown = this.form.controls[field].errors?.['server'];
    return typeof server === 'string' ? server : fallback;
  }

  /** A post whose picture was refused is a post all the same. */
  private async withCover(post: Post): Promise<Post> {
    const cover = this.cover();
    if (cover === undefined) return post;
    try {
      return await this.api.putImage(this.room.id, post.id, cover);
    } catch (error) {
      this.notice.say(`The post is there, its cover is not. ${(error as ServerError).message}`);
      return post;
    }
  }

  private keep(): void {
    if (!this.isMade) this.isKept.set(this.drafts.write(this.form.getRawValue()));
  }
}
