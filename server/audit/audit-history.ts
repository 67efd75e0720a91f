import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditPage, AuditQuery } from '#contracts/audit.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { presentEntry } from './audit-entry.presenter.js';
import { type AuditFilter, AuditHistoryRepository, type AuditPlace } from './audit-history.repository.js';

const BATCH = 500;

/** What was recorded, the newest first. */
@Injectable()
export class AuditHistory {
  constructor(private readonly repository: AuditHistoryRepository) {}

  /** A page of entries. */
  async list({ cursor, limit = LIMITS.pageSize.default, ...filter }: AuditQuery): Promise<AuditPage> {
    const [at, id] = cursor === undefined ? [] : readCursor(cursor, ['time', 'id']);
    const after = at !== undefined && id !== undefined ? { at, id } : undefined;
    const [found, total] = await Promise.all([
      this.repository.list(filter, after, limit + 1),
      this.repository.count(filter),
    ]);
    const items = found.slice(0, limit).map(presentEntry);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, total, ...(last && { nextCursor: writeCursor([last.at, last.id]) }) };
  }

  /** Every entry, read a few at a time; the first of them at once, so that what cannot be read fails before anything is answered. */
  async all(filter: AuditFilter): Promise<AsyncIterable<AuditEntry>> {
    return this.from(await this.batch(filter), filter);
  }

  private async *from(first: AuditEntry[], filter: AuditFilter): AsyncGenerator<AuditEntry> {
    let batch = first;
    yield* batch;
    while (batch.length === BATCH) {
      batch = await this.batch(filter, batch.at(-1));
      yield* batch;
    }
  }

  private async batch(filter: AuditFilter, after?: AuditPlace): Promise<AuditEntry[]> {
    return (await this.repository.list(filter, after, BATCH)).map(presentEntry);
  }
}
