import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { AuditHistory } from './audit-history.js';
import { AuditHistoryRepository } from './audit-history.repository.js';
import { AuditLog } from './audit-log.js';
import { AuditRepository } from './audit.repository.js';

/** Who did what; every module may record. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntryEntity])],
  providers: [AuditHistory, AuditHistoryRepository, AuditLog, AuditRepository],
  exports: [AuditHistory, AuditLog],
})
export class AuditModule {}
