import { Component, ElementRef, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import type { ChangedTag } from '#contracts/admin-content.dto.js';
import { t } from '../../language/texts';
import { cleanTag } from '../../posts/tag-text';
import type { ServerError } from '../../realtime/server-error';
import { explain, focusFirstWrong, refusalOf, showAtFields } from '../../sign-in/field-errors';
import { DialogFrame } from '../../ui/dialog-frame';
import { InitialFocus } from '../../ui/initial-focus';
import { type KnownTag, TagsApi } from './tags-api';

/** Gives a tag another name. */
@Component({
  selector: 'app-rename-tag-dialog',
  imports: [DialogFrame, InitialFocus, MatFormFieldModule, MatInputModule, ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="rename()" novalidate>
      <app-dialog-frame
        [heading]="t('admin-tags.renameAsk', { name: tag.name })"
        headingId="rename-tag-title"
        [action]="t('admin-tags.rename')"
        [isBusy]="isBusy()"
      >
        <p>{{ t('admin-tags.renameText', { count: tag.posts }) }}</p>
        <mat-form-field appearance="outline" hideRequiredMarker subscriptSizing="dynamic">
          <mat-label>{{ t('admin-tags.name') }}</mat-label>
          <input matInput appInitialFocus formControlName="name" autocomplete="off" autocapitalize="none" />
          <mat-error>{{ refusalOf(form.controls.name) ?? t('admin-tags.enterName') }}</mat-error>
        </mat-form-field>
        @if (problem(); as error) {
          <p class="problem" role="alert">{{ explain(error) }}</p>
        }
      </app-dialog-frame>
    </form>
  `,
  styleUrl: '../table/form-dialog.scss',
})
export class RenameTagDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly refusalOf = refusalOf;
  protected readonly tag = inject<KnownTag>(MAT_DIALOG_DATA);
  private readonly api = inject(TagsApi);
  private readonly self = inject<MatDialogRef<RenameTagDialog, ChangedTag>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly form = new FormGroup({
    name: new FormControl(this.tag.name, {
      nonNullable: true,
      validators: [Validators.required, Validators.pattern(/[^\s#]/u)],
    }),
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);

  protected async rename(): Promise<void> {
    const name = cleanTag(this.form.getRawValue().name);
    if (this.form.invalid) {
      this.form.markAllAsTouched();
      focusFirstWrong(this.element);
      return;
    }
    if (name === this.tag.name) {
      this.self.close();
      return;
    }
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.self.close(await this.api.rename(this.tag, name));
    } catch (error) {
      if (!showAtFields(this.form, error as ServerError)) this.problem.set(error as ServerError);
      focusFirstWrong(this.element);
      this.isBusy.set(false);
    }
  }
}
