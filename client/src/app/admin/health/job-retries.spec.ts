import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AdminHealth, FailedJob, RetriedJob } from '#contracts/admin-health.dto.js';
import { ServerError } from '../../realtime/server-error';
import { HealthApi } from './health-api';
import { HealthWatch } from './health-watch';
import { JobRetries } from './job-retries';

const job = (id: string, failedAt = '2026-11-28T12:00:00.000Z'): FailedJob => ({
  ...{ id, name: 'send-mail', error: 'why', tries: 8, failedAt },
});

describe('jobs that are tried again', () => {
  const failed = signal<FailedJob[]>([]);
  const api = { retry: jest.fn<(one: FailedJob) => Promise<void>>(), outcome: jest.fn<() => Promise<RetriedJob>>() };
  const load = jest.fn(() => Promise.resolve());
  let retries: JobRetries;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    api.retry.mockResolvedValue();
    const value = () => ({ queue: { failedJobs: failed() } }) as AdminHealth;
    TestBed.configureTestingModule({
      providers: [
        JobRetries,
        { provide: HealthApi, useValue: api },
        { provide: HealthWatch, useValue: { value, load } },
      ],
    });
    retries = TestBed.inject(JobRetries);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const outcomes = () => retries.jobs().map((one) => [one.id, retries.of(one)?.outcome]);

  it('are followed to their end, and then all is looked at again', async () => {
    failed.set([job('a'), job('b')]);
    api.outcome
      .mockResolvedValueOnce({ state: 'waiting', tries: 0 })
      .mockResolvedValueOnce({ state: 'failed', tries: 1, error: 'still' })
      .mockResolvedValueOnce({ state: 'done', tries: 0 });
    const done = retries.retry(failed());
    expect(outcomes()).toEqual([
      ['a', 'trying'],
      ['b', 'trying'],
    ]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outcomes()).toEqual([
      ['a', 'trying'],
      ['b', 'failed'],
    ]);
    expect(load).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1_000);
    await done;
    expect(load).toHaveBeenCalledTimes(1);
    failed.set([job('b')]);
    // What is done is shown until one checks again.
    expect(outcomes().sort()).toEqual([
      ['a', 'done'],
      ['b', 'failed'],
    ]);
    retries.tidyUp();
    expect(outcomes()).toEqual([['b', undefined]]);
  });

  it('may fail once more and be tried again by themselves', async () => {
    failed.set([job('a')]);
    api.outcome.mockResolvedValue({ state: 'waiting', tries: 1, error: 'still' });
    void retries.retry(failed());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(retries.of(job('a'))).toMatchObject({ outcome: 'again', error: 'still' });
    // That it was looked at again is not its end.
    retries.tidyUp();
    api.outcome.mockResolvedValue({ state: 'done', tries: 0 });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(retries.of(job('a'))?.outcome).toBe('done');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('may be tried again here once they have failed for good meanwhile', async () => {
    failed.set([job('a')]);
    api.outcome.mockResolvedValue({ state: 'waiting', tries: 1, error: 'still' });
    void retries.retry(failed());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(retries.of(job('a', '2026-11-28T13:00:00.000Z'))).toBeUndefined();
  });

  it('are refused with a reason, and followed where another was quicker', async () => {
    failed.set([job('a'), job('b')]);
    api.retry.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    api.retry.mockRejectedValueOnce(new ServerError('not_found', 'none', 404));
    api.outcome.mockResolvedValue({ state: 'done', tries: 0 });
    void retries.retry(failed());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outcomes()).toEqual([
      ['a', 'refused'],
      ['b', 'done'],
    ]);
    expect(retries.of(job('a'))?.error).toBe('The server did not answer. Check your connection and try again.');
  });

  it('count as failed when they fail anew after they were done', async () => {
    failed.set([job('a')]);
    api.outcome.mockResolvedValue({ state: 'done', tries: 0 });
    void retries.retry(failed());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(retries.of(job('a'))?.outcome).toBe('done');
    expect(retries.of(job('a', '2026-11-28T13:00:00.000Z'))).toBeUndefined();
  });
});
