import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type QueryRunner } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { StartupError } from '../platform/config/startup-error.js';

/** Any number that no other program on this database takes; `migrate.ts` has the other one. */
const ADVISORY_LOCK = 7_266_638;
const ROUND_MS = 5_000;

/**
 * Without Redis one process alone may serve a database: a second one would not hear what the first one's users write.
 * It holds an advisory lock on a connection of its own, so that the lock goes when the process does, however it ends.
 * Those with Redis share the lock, which keeps one without it away from them.
 */
@Injectable()
export class NodeLease implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(NodeLease.name);
  private runner?: QueryRunner;
  private timer?: NodeJS.Timeout;
  private isRunning = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.config.deliversEvents) return;
    if (!(await this.take())) {
      throw new StartupError([
        'Another Roomers serves this database already. Several can when all of them have the same REDIS_URL.',
      ]);
    }
    this.timer = setInterval(() => void this.round(), ROUND_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.runner?.release();
  }

  private async take(): Promise<boolean> {
    this.runner ??= this.dataSource.createQueryRunner();
    const kind = this.config.redisUrl === undefined ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared';
    const rows = (await this.runner.query(`select ${kind}(${String(ADVISORY_LOCK)}) as taken`)) as { taken: boolean }[];
    return rows[0]?.taken === true;
  }

  private async round(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    await this.keep();
    this.isRunning = false;
  }

  /** Takes the lock again after the database was away. */
  private async keep(): Promise<void> {
    try {
      await this.runner?.query('select 1');
    } catch {
      await this.runner?.release().catch(() => undefined);
      this.runner = undefined;
      const isTaken = await this.take().catch(() => true);
      if (!isTaken)
        this.logger.error(
          'Another Roomers took over this database. Stop one of them, or give both the same REDIS_URL.',
        );
    }
  }
}
