import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.js';
import { ConfigController } from './config.controller.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

/** What the program says of itself: whether it can serve, its limits, its figures. */
@Module({
  imports: [UsersModule],
  controllers: [ConfigController, HealthController, MetricsController],
  providers: [Health, Metrics],
})
export class StatusModule {}
