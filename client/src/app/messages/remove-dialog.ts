import { Component, ElementRef, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain, focusFirstWrong, refusalOf, showAtFields } from '../sign-in/field-errors';
import { DialogFrame } from '../ui/dialog-frame';
import { InitialFocus } from '../ui/initial-focus';

export interface RemovalQuestion {
  authorName: string;
  /** @throws ServerError */
  remove: (reason: string) => Promise<Message>;
}

/** Removes somebody's message, and asks why. Use `RemovalDialog` to open it. */
@Component({
  selector: 'app-remove-dialog',
  imports: [DialogFrame, InitialFocus, MatFormFieldModule, MatInputModule, ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="remove()" novalidate>
      <app-dialog-frame
        [heading]="t('messages.removeAsk')"
        headingId="remove-title"
        [action]="t('messages.remove')"
        [isBusy]="isBusy()"
      >
        <p>{{ t('messages.removeText', { name: question.authorName }) }}</p>
        <mat-form-field appearance="outline" hideRequiredMarker subscriptSizing="dynamic">
          <mat-label>{{ t('messages.reason') }}</mat-label>
          <textarea
            matInput
            appInitialFocus
            formControlName="reason"
            rows="2"
            [maxlength]="limits.removalReason.max"
          ></textarea>
          <mat-hint>{{ t('messages.reasonHint') }}</mat-hint>
          <mat-error>{{ refusalOf(form.controls.reason) ?? t('messages.enterReason') }}</mat-error>
        </mat-form-field>
        @if (problem(); as error) {
          <p class="problem" role="alert">{{ explain(error) }}</p>
        }
      </app-dialog-frame>
    </form>
  `,
  styleUrl: './remove-dialog.scss',
})
export class RemoveDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly refusalOf = refusalOf;
  protected readonly limits = LIMITS;
  protected readonly question = inject<RemovalQuestion>(MAT_DIALOG_DATA);
  private readonly self = inject<MatDialogRef<RemoveDialog, Message>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly form = new FormGroup({
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/u)] }),
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);

  protected async remove(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.self.close(await this.question.remove(this.form.getRawValue().reason));
    } catch (error) {
      if (!showAtFields(this.form, error as ServerError)) this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }
}
