import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { mkdir, opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Config } from '../config/config.js';
import { newId } from '../ids/ids.js';
import { undefinedWhenMissing } from './storage-error.js';

const ROUND_MS = 15 * 60_000;
/** A younger file may still be worked on. */
const SETTLED_MS = 60 * 60_000;

/** Files in the making, on this computer. Each process sweeps those of its folder: no other may be able to see them. */
@Injectable()
export class ScratchFolder implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(ScratchFolder.name);
  private readonly path: string;
  private timer?: NodeJS.Timeout;

  constructor(config: Config) {
    this.path = join(config.dataDir, 'files', 'scratch');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    this.timer = setInterval(() => void this.sweepSettled(), ROUND_MS).unref();
    void this.sweepSettled();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  newPath(): string {
    return join(this.path, newId());
  }

  /** Removes a file, if it is still there. */
  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes files that nobody has written to since `before`; returns how many. */
  async sweep(before: Date): Promise<number> {
    let swept = 0;
    for await (const { name } of await opendir(this.path)) {
      const path = join(this.path, name);
      const found = await stat(path).catch(undefinedWhenMissing);
      if (!found || found.mtime >= before) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  private async sweepSettled(): Promise<void> {
    await this.sweep(new Date(Date.now() - SETTLED_MS)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Files in the making cannot be swept.');
    });
  }
}
