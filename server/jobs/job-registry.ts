import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { JOB_NAMES, type JobName } from './job-catalogue.js';
import { HANDLED_JOB, type JobWork } from './job-handler.decorator.js';

/** Which provider does which job, read from the decorators at start-up. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly works = new Map<JobName, JobWork<JobName>>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error when a job of the catalogue has no handler, or two */
  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const name = this.discovery.getMetadataByDecorator(HANDLED_JOB, wrapper);
      if (name === undefined) continue;
      if (this.works.has(name)) throw new Error(`The job ${name} has two handlers.`);
      this.works.set(name, wrapper.instance as JobWork<JobName>);
    }
    const [orphan] = JOB_NAMES.filter((name) => !this.works.has(name));
    if (orphan) throw new Error(`The job ${orphan} has no handler: give one @JobHandler('${orphan}').`);
  }

  /** The provider that does a job. */
  of(name: JobName): JobWork<JobName> {
    const work = this.works.get(name);
    if (!work) throw new Error(`The job ${name} has no handler.`);
    return work;
  }
}
