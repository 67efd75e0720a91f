import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { FailedJob } from '#contracts/admin-health.dto.js';
import { t } from '../../language/texts';
import { AgoPipe } from '../../ui/ago';
import { StatusChip } from '../table/status-chip';
import { HealthWatch } from './health-watch';
import { jobLabel, type Look } from './health-words';
import { JobRetries, type Retry } from './job-retries';

/** Jobs that failed for good, each to be tried again, and what became of those that were. */
@Component({
  selector: 'app-failed-jobs',
  imports: [AgoPipe, MatButtonModule, StatusChip],
  templateUrl: './failed-jobs.html',
  styleUrl: './card.scss',
})
export class FailedJobs {
  protected readonly t = t;
  protected readonly jobLabel = jobLabel;
  protected readonly health = inject(HealthWatch);
  protected readonly retries = inject(JobRetries);
  protected readonly rows = computed(() =>
    this.retries.jobs().map((job) => {
      const retry = this.retries.of(job);
      return { job, retry, look: lookOf(retry), error: retry?.error ?? job.error };
    }),
  );
  protected readonly open = computed(() => this.rows().filter(({ retry }) => mayBeTried(retry)));
  /** Failures that are not listed: only the latest are. */
  protected readonly unlisted = computed(() => {
    const queue = this.health.value()?.queue;
    return queue === undefined ? 0 : Math.max(0, queue.failed - queue.failedJobs.length);
  });
  protected readonly mayBeTried = mayBeTried;

  protected retry(job: FailedJob): void {
    void this.retries.retry([job]);
  }

  protected retryAll(): void {
    void this.retries.retry(this.open().map(({ job }) => job));
  }
}

function mayBeTried(retry: Retry | undefined): boolean {
  return retry === undefined || retry.outcome === 'failed' || retry.outcome === 'refused';
}

function lookOf(retry: Retry | undefined): Look | undefined {
  switch (retry?.outcome) {
    case undefined:
      return undefined;
    case 'done':
      return { tone: 'good', icon: 'check_circle-fill', text: t('admin-health.retry_done') };
    case 'trying':
      return { tone: 'note', icon: 'pending', text: t('admin-health.retry_trying') };
    case 'again':
      return { tone: 'warning', icon: 'warning-fill', text: t('admin-health.retry_again') };
    case 'failed':
      return { tone: 'bad', icon: 'error-fill', text: t('admin-health.retry_failed') };
    case 'refused':
      return { tone: 'bad', icon: 'error-fill', text: t('admin-health.retry_refused') };
  }
}
