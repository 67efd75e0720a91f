import { inject, Injectable } from '@angular/core';
import type { AuditAction, AuditPage, AuditTargetType } from '#contracts/audit.dto.js';
import { Api } from '../../realtime/api';

/** Which entries are asked for. */
export interface AuditFilter {
  q?: string | undefined;
  actorId?: string | undefined;
  action?: AuditAction | undefined;
  targetType?: AuditTargetType | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The routes about what was done. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly api = inject(Api);

  page(filter: AuditFilter, cursor: string | undefined, limit: number): Promise<AuditPage> {
    return this.api.get('/admin/audit', { ...filter, cursor, limit });
  }

  /** All of it as a table. */
  csv(filter: AuditFilter): Promise<Blob> {
    return this.api.download('/admin/audit.csv', { ...filter });
  }
}
