import { Component, inject, input, model } from '@angular/core';
import { t } from '../../language/texts';
import { Icon } from '../../ui/icon';
import { languageOf } from '../../ui/language';
import { OnePicker } from '../table/one-picker';
import { type KnownTag, TagsApi } from './tags-api';

/** One tag, found by name. */
@Component({
  selector: 'app-tag-picker',
  imports: [Icon, OnePicker],
  template: `
    <app-one-picker [label]="label()" [find]="find" [nameOf]="nameOf" [option]="option" [(chosen)]="tag" />
    <ng-template #option let-one>
      <span class="one">
        <app-icon name="sell" />
        <span class="grow ellipsis" [attr.lang]="languageOf(one.name)">{{ one.name }}</span>
        <small class="tabular">{{ t('posts.postCount', { count: one.posts }) }}</small>
      </span>
    </ng-template>
  `,
  styleUrl: '../table/picker-option.scss',
})
export class TagPicker {
  readonly label = input.required<string>();
  readonly tag = model<KnownTag | null>(null);
  /** A tag that is not offered. */
  readonly except = input('');
  protected readonly t = t;
  protected readonly languageOf = languageOf;
  private readonly api = inject(TagsApi);
  protected readonly find = async (text: string) =>
    (await this.api.find(text)).filter(({ name }) => name !== this.except());
  protected readonly nameOf = ({ name }: KnownTag) => name;
}
