import { Injectable } from '@nestjs/common';
import type { AdminTagPage, AdminTagsQuery, ChangedTag } from '#contracts/admin-content.dto.js';
import type { AuditAction } from '#contracts/audit.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Transactions } from '../../database/transactions.js';
import { type TagChange, TagKeeping } from '../../posts/tag-keeping.js';
import { cut } from '../keyset.js';
import { TagListRepository } from './tag-list.repository.js';

/** The tags of the organisation, for admins, who know of those that posts carry that they may read; every change is recorded. */
@Injectable()
export class TagsService {
  constructor(
    private readonly repository: TagListRepository,
    private readonly tags: TagKeeping,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /** A page of tags. */
  async list(adminId: string, query: AdminTagsQuery): Promise<AdminTagPage> {
    const { q, sort = 'name', limit = LIMITS.pageSize.default, cursor, order } = query;
    const [found, total] = await Promise.all([
      this.repository.list(adminId, q, sort, { cursor, order, limit: limit + 1 }),
      this.repository.count(adminId, q),
    ]);
    const { rows, ...page } = cut(found, limit);
    return { items: rows.map(({ name, posts }) => ({ name, posts })), total, ...page };
  }

  /** @throws AppError `not_found`, `tag_taken` */
  async rename(adminId: string, name: string, wanted: string): Promise<ChangedTag> {
    return this.change('tag_renamed', wanted, () => this.tags.rename(adminId, name, wanted), { to: wanted });
  }

  /** @throws AppError `not_found`, `validation_failed` */
  async merge(adminId: string, name: string, into: string): Promise<ChangedTag> {
    return this.change('tags_merged', into, () => this.tags.merge(adminId, name, into), { into });
  }

  /** @throws AppError `not_found` */
  async remove(adminId: string, name: string): Promise<ChangedTag> {
    return this.change('tag_deleted', name, () => this.tags.remove(adminId, name));
  }

  private async change(
    action: AuditAction,
    nameNow: string,
    apply: () => Promise<TagChange>,
    details: object = {},
  ): Promise<ChangedTag> {
    return this.transactions.run(async () => {
      const { before, posts } = await apply();
      await this.audit.record({ action, target: { type: 'tag', name: before }, details: { ...details, posts } });
      return { name: nameNow, changedPosts: posts };
    });
  }
}
