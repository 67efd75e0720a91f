import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminHealthController } from './admin-health.controller.js';
import { AdminHealthService } from './admin-health.service.js';
import { FiguresRepository } from './figures.repository.js';
import { HealthReport } from './health-report.js';
import { Heartbeat } from './heartbeat.js';
import { JobRetries } from './job-retries.js';
import { NodeEntity } from './node.entity.js';
import { NodeList } from './node-list.js';
import { NodesRepository } from './nodes.repository.js';
import { Stats } from './stats.js';

/** How this Roomers is doing; every process takes part by saying that it lives. */
@Module({
  imports: [TypeOrmModule.forFeature([NodeEntity])],
  controllers: [AdminHealthController],
  providers: [
    AdminHealthService,
    FiguresRepository,
    HealthReport,
    Heartbeat,
    JobRetries,
    NodeList,
    NodesRepository,
    Stats,
  ],
  exports: [Stats],
})
export class AdminHealthModule {}
