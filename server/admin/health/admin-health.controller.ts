import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AdminHealth, RetriedJob } from '#contracts/admin-health.dto.js';
import { Roles } from '../../platform/http/access.decorators.js';
import { AdminHealthService } from './admin-health.service.js';
import { JobRetries } from './job-retries.js';

@Roles('admin')
@Controller('admin/health')
export class AdminHealthController {
  constructor(
    private readonly health: AdminHealthService,
    private readonly retries: JobRetries,
  ) {}

  /** How this Roomers is doing, and what of it needs a person. */
  @Get()
  async show(): Promise<AdminHealth> {
    return this.health.show();
  }

  /** Runs a job that failed for good again. */
  @HttpCode(204)
  @Post('jobs/:id/retry')
  async retry(@Param('id') id: string): Promise<void> {
    await this.retries.retry(id);
  }

  /** What became of a job that was tried again. */
  @Get('jobs/:id')
  async outcome(@Param('id') id: string): Promise<RetriedJob> {
    return this.retries.outcome(id);
  }
}
