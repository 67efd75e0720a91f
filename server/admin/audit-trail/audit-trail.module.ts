import { Module } from '@nestjs/common';
import { AuditTrailController } from './audit-trail.controller.js';

/** What was recorded, for admins. */
@Module({ controllers: [AuditTrailController] })
export class AuditTrailModule {}
