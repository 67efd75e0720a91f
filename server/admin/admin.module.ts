import { Module } from '@nestjs/common';
import { ImagesModule } from '../images/images.module.js';
import { AuditTrailModule } from './audit-trail/audit-trail.module.js';
import { ContentModule } from './content/content.module.js';
import { AdminHealthModule } from './health/admin-health.module.js';
import { PeopleModule } from './people/people.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsService } from './settings/settings.service.js';

/** What admins do and see. */
@Module({
  imports: [AdminHealthModule, AuditTrailModule, ContentModule, ImagesModule, PeopleModule, RoomsModule],
  controllers: [SettingsController],
  providers: [SettingsService],
})
export class AdminModule {}
