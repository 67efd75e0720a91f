import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { AuditPage, AuditQuery } from '#contracts/audit.dto.js';
import { AuditHistory } from '../../audit/audit-history.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Transactions } from '../../database/transactions.js';
import { Roles } from '../../platform/http/access.decorators.js';
import { auditCsv } from './audit-csv.js';

const TABLE = { content: { 'text/csv': { schema: { type: 'string' as const } } }, description: 'The table.' };

@Roles('admin')
@Controller('admin')
export class AuditTrailController {
  constructor(
    private readonly history: AuditHistory,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /** What was done, the newest first. */
  @Get('audit')
  async list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.history.list(query);
  }

  /** The same as a table, all of it at once: for archives, and for who does not trust this database. That it was taken is recorded. */
  @ApiResponse({ status: 200, ...TABLE })
  @Get('audit.csv')
  async export(@Query() { cursor: _, limit: __, ...filter }: AuditQuery): Promise<StreamableFile> {
    await this.transactions.run(() =>
      this.audit.record({ action: 'audit_exported', target: { type: 'audit' }, details: filter }),
    );
    const entries = await this.history.all(filter);
    return new StreamableFile(auditCsv(entries), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="audit.csv"',
    });
  }
}
