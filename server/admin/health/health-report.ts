import { Injectable } from '@nestjs/common';
import { statfs } from 'node:fs/promises';
import type { DatabaseHealth, DiskHealth, QueueHealth, StorageHealth } from '#contracts/admin-health.dto.js';
import { EventBus } from '../../events/event-bus.js';
import { JobWatch } from '../../jobs/job-watch.js';
import { within } from '../../jobs/within.js';
import { Config } from '../../platform/config/config.js';
import { Storage } from '../../platform/storage/storage.js';
import { FiguresRepository } from './figures.repository.js';

const PATIENCE_MS = 2_000;
const SHOWN_FAILURES = 50;

/** What all nodes share, and the disk of this one: how large it is, and whether it answers. */
export interface PartsReport {
  database: DatabaseHealth;
  storage: StorageHealth;
  queue: QueueHealth;
  outbox: { waiting: number; oldestSeconds: number };
  disk: DiskHealth;
}

/** Asks each part how it is; one that does not answer does not hold up the others. */
@Injectable()
export class HealthReport {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly jobs: JobWatch,
    private readonly events: EventBus,
    private readonly storage: Storage,
    private readonly config: Config,
  ) {}

  async read(): Promise<PartsReport> {
    const roundTripMs = await this.roundTrip();
    const [database, tables, storage, queue, outbox, disk] = await Promise.all([
      this.figures.database(),
      this.figures.tables(),
      this.readStorage(),
      this.readQueue(),
      this.events.backlog(),
      this.readDisk(),
    ]);
    return { database: { ...database, roundTripMs, tables }, storage, queue, outbox, disk };
  }

  private async roundTrip(): Promise<number> {
    const begun = performance.now();
    await this.figures.ping();
    return Math.round((performance.now() - begun) * 10) / 10;
  }

  private async readStorage(): Promise<StorageHealth> {
    const answers = within(PATIENCE_MS, this.storage.check?.() ?? Promise.resolve());
    const [state, files] = await Promise.all([
      answers.then(
        () => 'up' as const,
        () => 'down' as const,
      ),
      this.figures.files(),
    ]);
    return { kind: this.config.s3 ? 's3' : 'disk', state, ...files };
  }

  private async readQueue(): Promise<QueueHealth> {
    try {
      const [counts, failed] = await Promise.all([this.jobs.counts(), this.jobs.failed(SHOWN_FAILURES)]);
      const failedJobs = failed.map((job) => ({ ...job, failedAt: job.failedAt.toISOString() }));
      return { state: 'up', ...counts, failedJobs };
    } catch {
      return { state: 'down', waiting: 0, active: 0, delayed: 0, failed: 0, failedJobs: [] };
    }
  }

  private async readDisk(): Promise<DiskHealth> {
    const { bsize, blocks, bavail } = await statfs(this.config.dataDir);
    return { bytes: bsize * blocks, freeBytes: bsize * bavail };
  }
}
