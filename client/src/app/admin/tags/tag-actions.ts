import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { ChangedTag } from '#contracts/admin-content.dto.js';
import { t } from '../../language/texts';
import type { Action } from '../../ui/action';
import { Confirm } from '../../ui/confirm';
import { LateDialog } from '../../ui/late-dialog';
import { Notice } from '../../ui/notice';
import { DIALOG_LOOK } from '../table/dialog-look';
import { TagList } from './tag-list';
import { type KnownTag, TagsApi } from './tags-api';

/** What an admin may do with a tag; each says beforehand how many posts it changes. */
@Injectable({ providedIn: 'root' })
export class TagActions {
  private readonly api = inject(TagsApi);
  private readonly tags = inject(TagList);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(LateDialog);
  private readonly notice = inject(Notice);
  private readonly router = inject(Router);

  /** The lines of a tag's menu. */
  of(tag: KnownTag): Action[] {
    return [
      {
        icon: 'article',
        label: t('admin-tags.showPosts'),
        run: () => this.router.navigate(['/admin/posts'], { queryParams: { tag: tag.name } }),
      },
      { icon: 'edit', label: t('admin-tags.rename'), run: () => this.rename(tag) },
      { icon: 'merge', label: t('admin-tags.merge'), run: () => this.merge(tag) },
      { icon: 'delete', label: t('admin-tags.delete'), isDanger: true, run: () => this.delete(tag) },
    ];
  }

  private async rename(tag: KnownTag): Promise<void> {
    const changed = await this.ask(
      tag,
      'rename-tag-title',
      async () => (await import('./rename-tag-dialog')).RenameTagDialog,
    );
    if (changed !== undefined) await this.show(t('admin-tags.renamed', { before: tag.name, name: changed.name }));
  }

  private async merge(tag: KnownTag): Promise<void> {
    const changed = await this.ask(
      tag,
      'merge-tag-title',
      async () => (await import('./merge-tag-dialog')).MergeTagDialog,
    );
    if (changed !== undefined) await this.show(t('admin-tags.merged', { before: tag.name, name: changed.name }));
  }

  private async delete(tag: KnownTag): Promise<void> {
    const { name, posts: count } = tag;
    const isSure = await this.confirm.ask(() => ({
      icon: 'delete',
      title: t('admin-tags.deleteAsk', { name }),
      text: t(count === 0 ? 'admin-tags.deleteUnusedText' : 'admin-tags.deleteText', { count }),
      action: t('admin-tags.delete'),
    }));
    if (!isSure) return;
    await this.notice.attempt(async () => {
      await this.api.remove(tag);
      await this.show(t('admin-tags.deleted', { name }));
    });
  }

  private ask(
    tag: KnownTag,
    titleId: string,
    fetch: () => Promise<ComponentType<unknown>>,
  ): Promise<ChangedTag | undefined> {
    return this.dialog.open<ChangedTag>(fetch, {
      ...DIALOG_LOOK,
      data: tag,
      autoFocus: false,
      ariaLabelledBy: titleId,
    });
  }

  /** As they are now: one may have gone into another. */
  private async show(done: string): Promise<void> {
    this.notice.say(done);
    await this.tags.list.refresh();
  }
}
