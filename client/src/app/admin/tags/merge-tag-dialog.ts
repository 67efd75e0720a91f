import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { ChangedTag } from '#contracts/admin-content.dto.js';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { explain } from '../../sign-in/field-errors';
import { DialogFrame } from '../../ui/dialog-frame';
import { TagPicker } from './tag-picker';
import { type KnownTag, TagsApi } from './tags-api';

/** Makes posts carry another tag in place of one. */
@Component({
  selector: 'app-merge-tag-dialog',
  imports: [DialogFrame, TagPicker],
  template: `
    <form (submit)="$event.preventDefault(); merge()" novalidate>
      <app-dialog-frame
        [heading]="t('admin-tags.mergeAsk', { name: tag.name })"
        headingId="merge-tag-title"
        [action]="t('admin-tags.mergeDo')"
        [isDanger]="true"
        [isBusy]="isBusy()"
      >
        <p>{{ t('admin-tags.mergeText', { name: tag.name, count: tag.posts }) }}</p>
        <app-tag-picker [label]="t('admin-tags.into')" [except]="tag.name" [(tag)]="into" />
        @if (problem(); as text) {
          <p class="problem" role="alert">{{ text }}</p>
        }
      </app-dialog-frame>
    </form>
  `,
  styleUrl: '../table/form-dialog.scss',
})
export class MergeTagDialog {
  protected readonly t = t;
  protected readonly tag = inject<KnownTag>(MAT_DIALOG_DATA);
  private readonly api = inject(TagsApi);
  private readonly self = inject<MatDialogRef<MergeTagDialog, ChangedTag>>(MatDialogRef);
  protected readonly into = signal<KnownTag | null>(null);
  protected readonly isBusy = signal(false);
  private readonly reason = signal<(() => string) | null>(null);
  protected readonly problem = () => this.reason()?.() ?? '';

  protected async merge(): Promise<void> {
    const into = this.into();
    if (into === null) {
      this.reason.set(() => t('admin-tags.chooseTag'));
      return;
    }
    this.isBusy.set(true);
    this.reason.set(null);
    try {
      this.self.close(await this.api.merge(this.tag, into.name));
    } catch (error) {
      const { code } = error as ServerError;
      const isGone = code === 'validation_failed' || code === 'not_found';
      this.reason.set(() => (isGone ? t('admin-tags.gone') : explain(error as ServerError)));
      this.isBusy.set(false);
    }
  }
}
