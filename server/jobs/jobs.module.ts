import { BullModule } from '@nestjs/bullmq';
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../platform/config/config.js';
import { JobQueue, QUEUE_NAME } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobWatch } from './job-watch.js';
import { JobWorker } from './job-worker.js';
import { queueOptions } from './queue-options.js';

/** Work that nobody waits for, kept in PostgreSQL or, with REDIS_URL, in Redis. */
@Global()
@Module({
  imports: [
    DiscoveryModule,
    BullModule.forRootAsync({
      inject: [Config],
      useFactory: queueOptions,
      // Workers start when everything they need has, and only where jobs run.
      extraOptions: { manualRegistration: true },
    }),
    BullModule.registerQueue({ name: QUEUE_NAME }),
  ],
  providers: [JobQueue, JobRegistry, JobWatch, JobWorker],
  exports: [JobQueue, JobWatch],
})
export class JobsModule {}
