import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { CheckResult } from './check-result.js';
import { KeptFilesCheck } from './kept-files.check.js';
import { LeftOverFilesCheck } from './left-over-files.check.js';
import { ROW_CHECKS } from './row-checks.js';
import { RowChecksRepository } from './row-checks.repository.js';

/**
 * Looks whether everything that is kept is as it must be, while the server runs: rows at one moment, files as they are
 * then. It changes nothing, and fetches no more than it names.
 */
@Injectable()
export class Verification {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: RowChecksRepository,
    private readonly keptFiles: KeptFilesCheck,
    private readonly leftOverFiles: LeftOverFilesCheck,
  ) {}

  /** The room of a present or former slug. */
  async findRoomId(slug: string): Promise<string | undefined> {
    return this.rows.findRoomId(slug);
  }

  /** @param roomId absent: all rooms, and what belongs to none @param tell hears each result as it is there */
  async run(roomId: string | undefined, tell: (result: CheckResult) => void): Promise<CheckResult[]> {
    const results: CheckResult[] = [];
    const add = (result: CheckResult): void => {
      results.push(result);
      tell(result);
    };
    await this.transactions.snapshot(async () => {
      for (const check of ROW_CHECKS)
        if (roomId === undefined || !check.isForAll) add(await this.rows.run(check, roomId));
    });
    add(await this.keptFiles.attachments(roomId));
    add(await this.keptFiles.images(roomId));
    if (roomId === undefined) add(await this.leftOverFiles.run());
    return results;
  }
}
