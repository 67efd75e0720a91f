import { describe, expect, it, jest } from '@jest/globals';
import { getQueueToken } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { EventEmitter } from 'node:events';
import { Config } from '../platform/config/config.js';
import { JobQueue, QUEUE_NAME } from './job-queue.js';

describe('the queue', () => {
  it('has somebody to tell its troubles, also in a start that fails half way', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const queue = new EventEmitter();
    const parts = [
      JobQueue,
      { provide: getQueueToken(QUEUE_NAME), useValue: queue },
      { provide: Config, useValue: {} },
    ];
    await Test.createTestingModule({ providers: parts }).compile();
    queue.emit('error', new Error('the database went away'));
    expect(warn).toHaveBeenCalledWith('The job queue cannot be reached: the database went away');
    warn.mockRestore();
  });
});
