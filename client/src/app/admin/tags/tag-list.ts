import { inject, Injectable } from '@angular/core';
import { PagedList } from '../table/paged-list';
import { type KnownTag, TagsApi, type TagsQuery } from './tags-api';

/** The tags of the organisation, as the console lists them. */
@Injectable({ providedIn: 'root' })
export class TagList {
  private readonly api = inject(TagsApi);
  readonly list = new PagedList<KnownTag, TagsQuery>((query, cursor, limit) => this.api.page(query, cursor, limit));
}
