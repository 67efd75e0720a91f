import { inject, Injectable } from '@angular/core';
import type { AdminTag, AdminTagPage, ChangedTag, TagSort } from '#contracts/admin-content.dto.js';
import { Api } from '../../realtime/api';
import type { Identified, Page } from '../table/paged-list';

const MOST_OFFERED = 8;

/** A tag is known by its name. */
export type KnownTag = AdminTag & Identified;

/** Which tags are asked for, and in which order. */
export interface TagsQuery {
  q?: string | undefined;
  sort?: TagSort;
  order?: 'asc' | 'desc';
}

const at = ({ name }: AdminTag) => `/admin/tags/${encodeURIComponent(name)}`;

/** The routes of the console about tags. */
@Injectable({ providedIn: 'root' })
export class TagsApi {
  private readonly api = inject(Api);

  async page(query: TagsQuery, cursor: string | undefined, limit: number): Promise<Page<KnownTag>> {
    const page = await this.api.get<AdminTagPage>('/admin/tags', { ...query, cursor, limit });
    return { ...page, items: page.items.map((tag) => ({ ...tag, id: tag.name })) };
  }

  /** Tags by name, as many as one offers. */
  async find(q: string): Promise<KnownTag[]> {
    return (await this.page({ q }, undefined, MOST_OFFERED)).items;
  }

  rename(tag: AdminTag, name: string): Promise<ChangedTag> {
    return this.api.patch(at(tag), { name });
  }

  merge(tag: AdminTag, into: string): Promise<ChangedTag> {
    return this.api.post(`${at(tag)}/merge`, { into });
  }

  remove(tag: AdminTag): Promise<ChangedTag> {
    return this.api.delete(at(tag));
  }
}
