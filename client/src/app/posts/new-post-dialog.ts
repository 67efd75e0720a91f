import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import type { Post } from '#contracts/post.dto.js';
import { countCodePoints } from '#contracts/text.js';
import type { ServerError } from '../realtime/server-error';
import type { KnownRoom } from '../rooms/room-state';
import { explain, focusFirstWrong, showAtFields } from '../sign-in/field-errors';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { PostsApi } from './posts-api';
import { TagEditor } from './tag-editor';

/** Makes a post: a title, what it is about, tags. */
@Component({
  selector: 'app-new-post-dialog',
  imports: [
    Icon,
    InitialFocus,
    MatButtonModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    TagEditor,
  ],
  templateUrl: './new-post-dialog.html',
  styleUrl: './new-post-dialog.scss',
})
export class NewPostDialog {
  protected readonly room = inject<KnownRoom>(MAT_DIALOG_DATA);
  private readonly api = inject(PostsApi);
  private readonly self = inject<MatDialogRef<NewPostDialog, Post>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly limits = LIMITS;
  protected readonly form = new FormGroup({
    title: new FormControl('', { nonNullable: true, validators: Validators.required }),
    about: new FormControl('', { nonNullable: true }),
    tags: new FormControl<string[]>([], { nonNullable: true }),
  });
  protected readonly about = signal('');
  protected readonly aboutLength = computed(() => countCodePoints(this.about()));
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  protected async createPost(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set('');
    try {
      this.self.close(await this.api.create(this.room.id, this.form.getRawValue()));
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
}
