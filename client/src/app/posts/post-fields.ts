import { Component, effect, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import { countCodePoints } from '#contracts/text.js';
import { t } from '../language/texts';
import { MessageBody } from '../messages/message-body';
import type { ServerError } from '../realtime/server-error';
import { focusFirstWrong, refusalOf, showAtFields } from '../sign-in/field-errors';
import { InitialFocus } from '../ui/initial-focus';
import type { PostForm } from './post-form';
import { TagEditor } from './tag-editor';

/** The fields of a post. */
@Component({
  selector: 'app-post-fields',
  imports: [
    InitialFocus,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    MessageBody,
    ReactiveFormsModule,
    TagEditor,
  ],
  templateUrl: './post-fields.html',
  styleUrl: './post-fields.scss',
})
export class PostFields {
  readonly form = input.required<PostForm>();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly tagEditor = viewChild.required(TagEditor);
  protected readonly t = t;
  protected readonly refusalOf = refusalOf;
  protected readonly limits = LIMITS;
  protected readonly about = signal('');
  protected readonly aboutLength = () => countCodePoints(this.about());
  protected readonly isPreview = signal(false);

  constructor() {
    effect((onCleanup) => {
      const { about } = this.form().controls;
      this.about.set(about.value);
      const typing = about.valueChanges.subscribe((text) => this.about.set(text));
      onCleanup(() => typing.unsubscribe());
    });
  }

  /** Whether all is filled in as it has to be; else what is wrong has the focus. */
  check(): boolean {
    const form = this.form();
    form.markAllAsTouched();
    const isReady = this.tagEditor().finish() && form.valid;
    if (!isReady) this.showWrong();
    return isReady;
  }

  /** Shows a refusal where it belongs; false when that is nowhere here. */
  refuse(error: ServerError): boolean {
    const isShown = showAtFields(this.form(), error);
    this.showWrong();
    return isShown;
  }

  private showWrong(): void {
    if (this.form().controls.about.invalid) this.isPreview.set(false);
    focusFirstWrong(this.element);
  }
}
