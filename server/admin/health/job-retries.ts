import { Injectable } from '@nestjs/common';
import type { RetriedJob } from '#contracts/admin-health.dto.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Transactions } from '../../database/transactions.js';
import { JobWatch } from '../../jobs/job-watch.js';
import { notFound } from '../../platform/errors/app-error.js';

/** Jobs that failed, tried again by a person. */
@Injectable()
export class JobRetries {
  constructor(
    private readonly jobs: JobWatch,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /** Runs a job that failed again; it is recorded. @throws AppError `not_found` when there is none, or another was quicker */
  async retry(id: string): Promise<void> {
    const name = await this.jobs.nameOfFailed(id);
    if (name === undefined) throw notFound();
    await this.transactions.run(async () => {
      await this.audit.record({ action: 'job_retried', target: { type: 'job', id, name } });
      await this.jobs.retry(id);
    });
  }

  /** What became of a job that was tried again. */
  async outcome(id: string): Promise<RetriedJob> {
    return (await this.jobs.standing(id)) ?? { state: 'done', tries: 0 };
  }
}
