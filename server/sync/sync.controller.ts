import { Controller, Get, Query } from '@nestjs/common';
import { Sync, SyncQuery } from '#contracts/sync.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { SyncService } from './sync.service.js';

@Controller('sync')
export class SyncController {
  constructor(private readonly syncService: SyncService) {}

  /** What changed for the user since the cursor; everything without one. */
  @Get()
  async since(@CurrentUser() { userId }: Principal, @Query() { since }: SyncQuery): Promise<Sync> {
    return this.syncService.since(userId, since);
  }
}
