import { describe, expect, it } from '@jest/globals';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { JOB_NAMES, type JobName } from './job-catalogue.js';
import { JobHandler } from './job-handler.decorator.js';
import { JobRegistry } from './job-registry.js';

function handlerOf(name: JobName): new () => object {
  class Handler {
    run(): Promise<void> {
      return Promise.resolve();
    }
  }
  JobHandler(name)(Handler);
  return Handler;
}

async function start(names: readonly JobName[]): Promise<JobRegistry> {
  // Two providers of one class would be one: each job gets a class of its own.
  const providers = [JobRegistry, ...names.map(handlerOf)];
  const module = await Test.createTestingModule({ imports: [DiscoveryModule], providers }).compile();
  await module.init();
  return module.get(JobRegistry);
}

describe('the start', () => {
  it('finds who does each job', async () => {
    const registry = await start(JOB_NAMES);
    for (const name of JOB_NAMES) expect(registry.of(name).run).toBeInstanceOf(Function);
  });

  it.each(JOB_NAMES)('refuses %s without a handler', async (name) => {
    await expect(start(JOB_NAMES.filter((other) => other !== name))).rejects.toThrow(`The job ${name} has no handler`);
  });

  it.each(JOB_NAMES)('refuses %s with two', async (name) => {
    await expect(start([...JOB_NAMES, name])).rejects.toThrow(`The job ${name} has two handlers`);
  });
});
