import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { JobName, JobPayload } from './job-catalogue.js';

/** Does the work of one job. It may run twice, after a crash even half done before: running again must end the same. */
export interface JobWork<Name extends JobName> {
  /** What it throws is logged, and the job is tried again later. */
  run(payload: JobPayload<Name>): Promise<void>;
  /** Called when the last try failed, with what it threw. */
  giveUp?(payload: JobPayload<Name>, reason: Error): Promise<void>;
}

export const HANDLED_JOB = DiscoveryService.createDecorator<JobName>();

/** Makes a provider the one that does a job of the catalogue. */
export function JobHandler<Name extends JobName>(
  name: Name,
): (target: new (...args: never[]) => JobWork<Name>) => void {
  return (target) => {
    HANDLED_JOB(name)(target);
    Injectable()(target);
  };
}
