import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { FailedJob } from '#contracts/admin-health.dto.js';
import type { ServerError } from '../../realtime/server-error';
import { explain } from '../../sign-in/field-errors';
import { HealthApi } from './health-api';
import { HealthWatch } from './health-watch';

const ASK_MS = 1_000;
/** A job that takes its time is asked after less often. */
const SLOW = { after: 30, ms: 5_000 };

/** What became of a job that was tried again here. */
export interface Retry {
  /** As it was before. */
  job: FailedJob;
  /** `again`: it failed once more, and is tried again by itself. */
  outcome: 'trying' | 'again' | 'failed' | 'done' | 'refused';
  /** Why not. */
  error?: string;
}

/** Jobs that were tried again on this page, each followed to its end. */
@Injectable()
export class JobRetries {
  private readonly api = inject(HealthApi);
  private readonly health = inject(HealthWatch);
  private readonly known = signal<ReadonlyMap<string, Retry>>(new Map());
  /** What the server has taken; what it has not is not asked after yet. */
  private readonly begun = new Set<string>();
  private isFollowing = false;
  /** How often was asked since something was last tried again. */
  private rounds = 0;
  private isGone = false;

  /** The latest failures, and what was one until it was tried again. */
  readonly jobs = computed(() => {
    const failed = this.health.value()?.queue.failedJobs ?? [];
    const ids = new Set(failed.map(({ id }) => id));
    const others = [...this.known().values()].map(({ job }) => job).filter(({ id }) => !ids.has(id));
    return [...failed, ...others].sort((one, other) => other.failedAt.localeCompare(one.failedAt));
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  /** What became of it here; undefined when it failed by itself since. */
  of({ id, failedAt }: FailedJob): Retry | undefined {
    const retry = this.known().get(id);
    if (retry === undefined || retry.job.failedAt === failedAt) return retry;
    return retry.outcome === 'trying' || retry.outcome === 'failed' ? retry : undefined;
  }

  /** Tries jobs again, one after the other. */
  async retry(jobs: readonly FailedJob[]): Promise<void> {
    for (const job of jobs) {
      this.begun.delete(job.id);
      this.note({ job, outcome: 'trying' });
    }
    for (const job of jobs) await this.begin(job);
    this.rounds = 0;
    await this.follow();
  }

  /** Forgets what has come to its end. */
  tidyUp(): void {
    this.known.update((known) => new Map([...known].filter(([, retry]) => isOpen(retry))));
  }

  private async begin(job: FailedJob): Promise<void> {
    try {
      await this.api.retry(job);
      this.begun.add(job.id);
    } catch (error) {
      // Somebody else was quicker: what becomes of it is the same.
      if ((error as ServerError).code === 'not_found') this.begun.add(job.id);
      else this.note({ job, outcome: 'refused', error: explain(error as ServerError) });
    }
  }

  private async follow(): Promise<void> {
    if (this.isFollowing) return;
    this.isFollowing = true;
    for (; !this.isGone; this.rounds += 1) {
      const open = [...this.known().values()].filter((retry) => isOpen(retry) && this.begun.has(retry.job.id));
      if (open.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, this.rounds < SLOW.after ? ASK_MS : SLOW.ms));
      for (const { job } of open) await this.ask(job);
    }
    this.isFollowing = false;
    if (!this.isGone) await this.health.load();
  }

  private async ask(job: FailedJob): Promise<void> {
    const now = await this.api.outcome(job).catch(() => undefined);
    if (now === undefined || (now.state === 'waiting' && now.tries === 0)) return;
    const outcome = now.state === 'waiting' ? 'again' : now.state;
    this.note({ job, outcome, ...(now.error !== undefined && { error: now.error }) });
  }

  private note(retry: Retry): void {
    this.known.update((known) => new Map(known).set(retry.job.id, retry));
  }
}

function isOpen({ outcome }: Retry): boolean {
  return outcome === 'trying' || outcome === 'again';
}
